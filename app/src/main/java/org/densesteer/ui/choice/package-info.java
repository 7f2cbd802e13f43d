/** Which of two continuations is likelier, over strengths: a quick unit test of a vector. */
@NullMarked
package org.densesteer.ui.choice;

import org.jspecify.annotations.NullMarked;
