@NullMarked
package org.densesteer.notebook;

import org.jspecify.annotations.NullMarked;
