package org.densesteer.generation.batch;

import org.densesteer.generation.ScoredAnswer;
import org.densesteer.generation.StopReason;

/**
 * A finished answer of a batch: its tokens, their text, and what the unsteered model makes of it.
 */
public record BatchAnswer(
    int[] tokenIds,
    String text,
    StopReason stopReason,
    double[] nllWithPrompt,
    double[] nllResponseOnly)
    implements ScoredAnswer {}
