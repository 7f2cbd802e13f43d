/** The Vectors layout: the library of vectors, and new vectors made of others. */
@NullMarked
package org.densesteer.ui.vectors;

import org.jspecify.annotations.NullMarked;
