/** The status line: speed, memory, background tasks, last message. */
@NullMarked
package org.densesteer.ui.status;

import org.jspecify.annotations.NullMarked;
