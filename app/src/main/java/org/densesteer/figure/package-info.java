/** Drawings and tables for papers and slides, described once and written in several formats. */
@NullMarked
package org.densesteer.figure;

import org.jspecify.annotations.NullMarked;
