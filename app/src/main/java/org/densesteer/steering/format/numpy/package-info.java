/** The .npy array container of NumPy. */
@NullMarked
package org.densesteer.steering.format.numpy;

import org.jspecify.annotations.NullMarked;
