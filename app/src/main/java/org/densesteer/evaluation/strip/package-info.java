/**
 * One question, or a few, at every layer or strength at once: figures of whole answers beside those
 * of random directions, and where answers break.
 */
@NullMarked
package org.densesteer.evaluation.strip;

import org.jspecify.annotations.NullMarked;
