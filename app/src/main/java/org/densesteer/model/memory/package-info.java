/** How much memory a model needs, how much is free, and the refusal when it does not fit. */
@NullMarked
package org.densesteer.model.memory;

import org.jspecify.annotations.NullMarked;
