/** Rules of the house, kept by tests. */
@NullMarked
package org.densesteer.architecture;

import org.jspecify.annotations.NullMarked;
