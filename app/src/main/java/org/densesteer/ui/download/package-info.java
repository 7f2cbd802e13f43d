/** The dialog that gets models, and the downloads that go on after it was closed. */
@NullMarked
package org.densesteer.ui.download;

import org.jspecify.annotations.NullMarked;
