/** A checkpoint folder as Hugging Face ships it: configuration, weights, end-of-text ids. */
@NullMarked
package org.densesteer.model.checkpoint;

import org.jspecify.annotations.NullMarked;
