@NullMarked
package org.densesteer.ui.shell;

import org.jspecify.annotations.NullMarked;
