/** Charts of the arms' figures that grow with them, and their export. */
@NullMarked
package org.densesteer.ui.charts;

import org.jspecify.annotations.NullMarked;
