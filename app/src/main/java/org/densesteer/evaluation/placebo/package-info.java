/** Placebos: pushes that should not work, to hold a steering vector's effect against. */
@NullMarked
package org.densesteer.evaluation.placebo;

import org.jspecify.annotations.NullMarked;
