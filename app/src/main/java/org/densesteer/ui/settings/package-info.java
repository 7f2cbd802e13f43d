/** What the window remembers from one start to the next. */
@NullMarked
package org.densesteer.ui.settings;

import org.jspecify.annotations.NullMarked;
