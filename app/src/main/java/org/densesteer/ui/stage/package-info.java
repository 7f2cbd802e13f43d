/** Presenting to an audience: large text, blind votes, replay. */
@NullMarked
package org.densesteer.ui.stage;

import org.jspecify.annotations.NullMarked;
