package org.densesteer.spark;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an executor sends back.
 *
 * @param lines the batch's answers as lines of a journal, in the order in which they ended
 * @param fault why there are none, one sentence; null when there are
 * @param arithmetic the kind of processor, and how many threads an operation used
 */
record BatchOutcome(List<String> lines, @Nullable String fault, String arithmetic)
    implements Serializable {}
