/** Sweeps whose batches are computed by the executors of Apache Spark; built with -Pspark only. */
@NullMarked
package org.densesteer.spark;

import org.jspecify.annotations.NullMarked;
