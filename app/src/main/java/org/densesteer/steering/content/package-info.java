/**
 * What the files of strangers hold, whatever their format: a tree of named arrays, and which of
 * them are the directions of a steering vector.
 */
@NullMarked
package org.densesteer.steering.content;

import org.jspecify.annotations.NullMarked;
