package org.densesteer.evaluation.plan;

import org.densesteer.evaluation.problems.Problem;

/**
 * One answer of a plan that is to be computed.
 *
 * @param arm how it is answered
 * @param problem what is asked
 */
public record PlannedAnswer(SweepArm arm, Problem problem) {

  /** Names the answer within its sweep. */
  public AnswerKey key() {
    return new AnswerKey(arm, problem.id());
  }
}
