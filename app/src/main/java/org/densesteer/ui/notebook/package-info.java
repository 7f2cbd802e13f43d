/** The Notebook page: every run that was made. */
@NullMarked
package org.densesteer.ui.notebook;

import org.jspecify.annotations.NullMarked;
