/** The vectors that a person keeps: a folder of files, with notes and tags beside them. */
@NullMarked
package org.densesteer.steering.library;

import org.jspecify.annotations.NullMarked;
