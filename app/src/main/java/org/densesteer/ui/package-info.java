/** The workbench's window: where its parts are made and put together. */
@NullMarked
package org.densesteer.ui;

import org.jspecify.annotations.NullMarked;
