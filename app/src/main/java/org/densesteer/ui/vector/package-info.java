/** The steering vector in use, and the vectors to choose from. */
@NullMarked
package org.densesteer.ui.vector;

import org.jspecify.annotations.NullMarked;
