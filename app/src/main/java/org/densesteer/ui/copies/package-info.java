/** Runs on their way to the clipboard. */
@NullMarked
package org.densesteer.ui.copies;

import org.jspecify.annotations.NullMarked;
