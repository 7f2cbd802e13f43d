/** Short stories of people at the window, from beginning to end. */
@NullMarked
package org.densesteer.ui.journey;

import org.jspecify.annotations.NullMarked;
