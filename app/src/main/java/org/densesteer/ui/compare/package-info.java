/** The Compare layout: runs, and the arms side by side. */
@NullMarked
package org.densesteer.ui.compare;

import org.jspecify.annotations.NullMarked;
