/** Making a probe for a cosine gate. */
@NullMarked
package org.densesteer.ui.probe;

import org.jspecify.annotations.NullMarked;
