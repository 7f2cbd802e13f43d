package org.densesteer.evaluation.strip;

import org.densesteer.generation.Prompt;
import org.densesteer.metrics.answer.AnswerChecker;
import org.jspecify.annotations.Nullable;

/**
 * A question of a strip.
 *
 * @param prompt what the model reads
 * @param gold checks its answers; null when no right answer is known
 */
public record StripQuestion(Prompt prompt, @Nullable AnswerChecker gold) {}
