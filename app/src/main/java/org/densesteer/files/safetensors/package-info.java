/** Reading and writing the safetensors container. */
@NullMarked
package org.densesteer.files.safetensors;

import org.jspecify.annotations.NullMarked;
