/** The decoder: one TorchScript program, its weights, its cache. */
@NullMarked
package org.densesteer.model.decoder;

import org.jspecify.annotations.NullMarked;
