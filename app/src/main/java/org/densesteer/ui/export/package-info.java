/** Taking the tuned vector to a file. */
@NullMarked
package org.densesteer.ui.export;

import org.jspecify.annotations.NullMarked;
