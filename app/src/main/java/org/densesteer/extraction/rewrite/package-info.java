/** Making sparse answers dense, and checking that nothing else changed. */
@NullMarked
package org.densesteer.extraction.rewrite;

import org.jspecify.annotations.NullMarked;
