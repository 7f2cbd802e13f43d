/** The window's frame: toolbar, panels, notices, theme, text size. */
@NullMarked
package org.densesteer.ui.shell;

import org.jspecify.annotations.NullMarked;
