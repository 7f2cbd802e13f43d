/** From contrastive pairs to a steering vector: reading hidden states and taking differences. */
@NullMarked
package org.densesteer.extraction;

import org.jspecify.annotations.NullMarked;
