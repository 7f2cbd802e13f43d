@NullMarked
package org.densesteer.ui.notebook;

import org.jspecify.annotations.NullMarked;
