/** Runs that were made: what was asked and what came out, in files and in the notebook. */
@NullMarked
package org.densesteer.notebook;

import org.jspecify.annotations.NullMarked;
