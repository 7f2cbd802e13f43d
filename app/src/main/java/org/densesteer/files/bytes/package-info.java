/** A file's bytes in memory, read with every bound checked. */
@NullMarked
package org.densesteer.files.bytes;

import org.jspecify.annotations.NullMarked;
