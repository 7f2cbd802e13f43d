/** Tests of the command line. */
@NullMarked
package org.densesteer.cli;

import org.jspecify.annotations.NullMarked;
