/** The few pickle instructions that PyTorch's tensor files need; nothing is ever executed. */
@NullMarked
package org.densesteer.files.pickle;

import org.jspecify.annotations.NullMarked;
