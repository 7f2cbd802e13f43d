/** Evidence: problem sets, sweeps over layers and strengths, statistics and reports. */
@NullMarked
package org.densesteer.evaluation;

import org.jspecify.annotations.NullMarked;
