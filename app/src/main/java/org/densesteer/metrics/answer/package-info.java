/** Final answers: what a response answers, and whether that is right. */
@NullMarked
package org.densesteer.metrics.answer;

import org.jspecify.annotations.NullMarked;
