/** Sessions: what the window holds, as a file, and what is left of a window that did not end. */
@NullMarked
package org.densesteer.ui.session;

import org.jspecify.annotations.NullMarked;
