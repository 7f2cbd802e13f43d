/** The prompt panel: problem, question, system turn, decoding. */
@NullMarked
package org.densesteer.ui.prompt;

import org.jspecify.annotations.NullMarked;
