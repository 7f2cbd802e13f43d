/** What an arm says, as it says it: text by steps, figures, and what each token was like. */
@NullMarked
package org.densesteer.ui.trace;

import org.jspecify.annotations.NullMarked;
