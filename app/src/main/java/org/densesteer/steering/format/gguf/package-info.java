/** The GGUF container: metadata and tensor table of version 3. */
@NullMarked
package org.densesteer.steering.format.gguf;

import org.jspecify.annotations.NullMarked;
