/** The loaded model, and the models to choose from. */
@NullMarked
package org.densesteer.ui.model;

import org.jspecify.annotations.NullMarked;
