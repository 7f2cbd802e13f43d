/** A few problems at the present setting, as a table over the Compare page. */
@NullMarked
package org.densesteer.ui.smallbatch;

import org.jspecify.annotations.NullMarked;
