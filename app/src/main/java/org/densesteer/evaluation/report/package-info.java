/** Reports of finished sweeps: one HTML file that needs nothing else, and the same as Markdown. */
@NullMarked
package org.densesteer.evaluation.report;

import org.jspecify.annotations.NullMarked;
