/** Drawings for papers and slides, described once and written as PDF, SVG and PNG. */
@NullMarked
package org.densesteer.figure;

import org.jspecify.annotations.NullMarked;
