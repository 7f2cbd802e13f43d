/** ZIP archives in memory, read with bounded unpacking, written uncompressed. */
@NullMarked
package org.densesteer.files.zip;

import org.jspecify.annotations.NullMarked;
