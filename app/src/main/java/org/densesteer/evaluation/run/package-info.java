/** Asks a plan of a model, in batches, with progress, pause and cancel. */
@NullMarked
package org.densesteer.evaluation.run;

import org.jspecify.annotations.NullMarked;
