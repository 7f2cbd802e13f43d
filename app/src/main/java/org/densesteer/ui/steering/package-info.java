/** The steering panel: layer, strength, positions, operator, and the steering light. */
@NullMarked
package org.densesteer.ui.steering;

import org.jspecify.annotations.NullMarked;
