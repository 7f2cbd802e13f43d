/** The GGUF container: metadata and tensor table of version 3. */
@NullMarked
package org.densesteer.files.gguf;

import org.jspecify.annotations.NullMarked;
