/**
 * Sweeps over layers and strengths: the plan, the journal of answers, the run, and what came out.
 */
@NullMarked
package org.densesteer.evaluation.sweep;

import org.jspecify.annotations.NullMarked;
