/** Many answers at once, greedily and unobserved: what a sweep and an extraction ask for. */
@NullMarked
package org.densesteer.generation.batch;

import org.jspecify.annotations.NullMarked;
