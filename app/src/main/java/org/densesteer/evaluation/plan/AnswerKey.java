package org.densesteer.evaluation.plan;

import java.io.Serializable;

/**
 * Names an answer within its sweep.
 *
 * @param arm how it was answered
 * @param problem id of the problem
 */
public record AnswerKey(SweepArm arm, String problem) implements Serializable {}
