package org.densesteer.generation;

import org.densesteer.steering.Steering;

/** What steers one row of a batch at its next position. */
record RowSteering(int row, Steering steering) {}
