/** Vector files: one small class for each format. */
@NullMarked
package org.densesteer.steering.format;

import org.jspecify.annotations.NullMarked;
