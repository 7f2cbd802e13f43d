/**
 * Measures load time, memory and speed; known shapes, and checkpoints of random weights in them.
 */
@NullMarked
package org.densesteer.bench;

import org.jspecify.annotations.NullMarked;
