/** Problem sets: where they come from, how their fields are read, how they are split. */
@NullMarked
package org.densesteer.evaluation.problems;

import org.jspecify.annotations.NullMarked;
