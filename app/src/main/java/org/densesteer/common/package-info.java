/** What every room needs: faults with a sentence, cancellation, progress, safe file writes. */
@NullMarked
package org.densesteer.common;

import org.jspecify.annotations.NullMarked;
