/** ZIP archives in memory, read with bounded unpacking, written uncompressed. */
@NullMarked
package org.densesteer.steering.format.zip;

import org.jspecify.annotations.NullMarked;
