/** Steering vectors and how one is applied: layer, strength, positions, operator. */
@NullMarked
package org.densesteer.steering;

import org.jspecify.annotations.NullMarked;
