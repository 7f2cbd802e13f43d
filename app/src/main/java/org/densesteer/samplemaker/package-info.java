/** The sample model: its word problems, its tokenizer and its training. */
@NullMarked
package org.densesteer.samplemaker;

import org.jspecify.annotations.NullMarked;
