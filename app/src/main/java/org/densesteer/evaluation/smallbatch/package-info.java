/** A few problems answered with and without steering, between one answer and a sweep. */
@NullMarked
package org.densesteer.evaluation.smallbatch;

import org.jspecify.annotations.NullMarked;
