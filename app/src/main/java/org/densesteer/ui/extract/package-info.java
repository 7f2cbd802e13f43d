/** The Extract page: contrastive pairs, and the vector that is made of them. */
@NullMarked
package org.densesteer.ui.extract;

import org.jspecify.annotations.NullMarked;
