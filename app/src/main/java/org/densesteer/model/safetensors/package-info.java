/** Reading and writing the safetensors container. */
@NullMarked
package org.densesteer.model.safetensors;

import org.jspecify.annotations.NullMarked;
