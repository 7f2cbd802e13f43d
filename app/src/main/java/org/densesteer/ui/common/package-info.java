/** What every part of the window needs: views, dialogs, background jobs, notices, undo. */
@NullMarked
package org.densesteer.ui.common;

import org.jspecify.annotations.NullMarked;
