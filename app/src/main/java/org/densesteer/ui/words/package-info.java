/** Which words steering made likelier over the last answer. */
@NullMarked
package org.densesteer.ui.words;

import org.jspecify.annotations.NullMarked;
