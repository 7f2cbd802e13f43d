/** How the hidden states of the answers lie to the vector, layer by layer. */
@NullMarked
package org.densesteer.ui.alignment;

import org.jspecify.annotations.NullMarked;
