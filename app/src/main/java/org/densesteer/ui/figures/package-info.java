/** The sheet on which a figure is saved. */
@NullMarked
package org.densesteer.ui.figures;

import org.jspecify.annotations.NullMarked;
