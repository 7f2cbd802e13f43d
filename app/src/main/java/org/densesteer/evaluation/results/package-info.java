/** What a sweep brought: its folder and journal, tables of cells, the choice, and safe bands. */
@NullMarked
package org.densesteer.evaluation.results;

import org.jspecify.annotations.NullMarked;
