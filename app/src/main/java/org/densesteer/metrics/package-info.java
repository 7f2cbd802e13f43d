/** Steps, information density, NLL, KL and answers: pure functions of a trace. */
@NullMarked
package org.densesteer.metrics;

import org.jspecify.annotations.NullMarked;
