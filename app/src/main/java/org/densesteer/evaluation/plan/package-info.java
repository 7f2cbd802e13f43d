/** What a sweep asks: layers and strengths, arms, parts, and the order of its batches. */
@NullMarked
package org.densesteer.evaluation.plan;

import org.jspecify.annotations.NullMarked;
