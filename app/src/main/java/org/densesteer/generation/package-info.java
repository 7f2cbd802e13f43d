/** Arms in lock step: from a request to a stream of token events. */
@NullMarked
package org.densesteer.generation;

import org.jspecify.annotations.NullMarked;
