/** Where the program starts. */
@NullMarked
package org.densesteer;

import org.jspecify.annotations.NullMarked;
