/** A checkpoint folder and the decoder that runs it. */
@NullMarked
package org.densesteer.model;

import org.jspecify.annotations.NullMarked;
