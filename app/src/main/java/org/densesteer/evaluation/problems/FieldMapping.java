package org.densesteer.evaluation.problems;

import org.densesteer.metrics.answer.AnswerStyle;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a line make a problem.
 *
 * @param question field with the question
 * @param answer field with the gold answer; a worked solution is fine when it ends in {@code ####
 *     number} or holds a {@code \boxed{…}}
 * @param id field that names the problem; null to number them by line
 * @param style whose rule checks every answer; null to go by the form of each gold answer
 */
public record FieldMapping(
    String question, String answer, @Nullable String id, @Nullable AnswerStyle style) {}
