/** Help: commands to look for, keys, definitions, a tour, and what the program is made of. */
@NullMarked
package org.densesteer.ui.help;

import org.jspecify.annotations.NullMarked;
