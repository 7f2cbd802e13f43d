/** Ways to look closer at a setting or an answer, offered in one menu. */
@NullMarked
package org.densesteer.ui.glance;

import org.jspecify.annotations.NullMarked;
