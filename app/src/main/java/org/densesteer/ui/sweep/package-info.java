/** The Sweep page: layers and strengths on a set of problems. */
@NullMarked
package org.densesteer.ui.sweep;

import org.jspecify.annotations.NullMarked;
