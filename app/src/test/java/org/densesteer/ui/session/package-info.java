@NullMarked
package org.densesteer.ui.session;

import org.jspecify.annotations.NullMarked;
