/** The command line: the workbench's jobs without a window. */
@NullMarked
package org.densesteer.cli;

import org.jspecify.annotations.NullMarked;
