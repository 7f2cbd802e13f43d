@NullMarked
package org.densesteer.ui.common;

import org.jspecify.annotations.NullMarked;
