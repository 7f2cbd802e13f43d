/** TorchScript programs written as text, and calling them through DJL. */
@NullMarked
package org.densesteer.model.torch;

import org.jspecify.annotations.NullMarked;
