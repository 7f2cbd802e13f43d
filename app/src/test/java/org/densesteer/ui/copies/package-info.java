/** Copies of runs. */
@NullMarked
package org.densesteer.ui.copies;

import org.jspecify.annotations.NullMarked;
