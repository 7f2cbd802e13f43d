/** A file's bytes in memory, read with every bound checked. */
@NullMarked
package org.densesteer.steering.format.bytes;

import org.jspecify.annotations.NullMarked;
