/** Training of a small decoder from scratch, with the engine that also runs it. */
@NullMarked
package org.densesteer.model.training;

import org.jspecify.annotations.NullMarked;
