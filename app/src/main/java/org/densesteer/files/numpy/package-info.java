/** The .npy array container of NumPy. */
@NullMarked
package org.densesteer.files.numpy;

import org.jspecify.annotations.NullMarked;
