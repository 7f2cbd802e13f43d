/** Figures, read back by other readers. */
@NullMarked
package org.densesteer.figure;

import org.jspecify.annotations.NullMarked;
