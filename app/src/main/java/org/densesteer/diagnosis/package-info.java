/** What the workbench runs on, and whether it works there. */
@NullMarked
package org.densesteer.diagnosis;

import org.jspecify.annotations.NullMarked;
