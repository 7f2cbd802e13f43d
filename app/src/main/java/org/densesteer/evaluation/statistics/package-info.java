/**
 * Statistics of paired answers: intervals, tests, corrections, and what they mean in words. Pure:
 * nothing here reads or writes files, and every random number comes from a given seed.
 */
@NullMarked
package org.densesteer.evaluation.statistics;

import org.jspecify.annotations.NullMarked;
