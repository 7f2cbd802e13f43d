package org.densesteer.evaluation.smallbatch;

import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.strip.StripAnswer;
import org.densesteer.generation.StopReason;

/**
 * One problem answered by both arms.
 *
 * @param place of the problem in its set, from 0
 */
public record BatchPair(int place, Problem problem, StripAnswer baseline, StripAnswer steered) {

  /** Whether both answers are whole, so that their figures say something of each other. */
  public boolean comparable() {
    return baseline.whole() && steered.whole();
  }

  /** What is wrong with its answers: {@code steered repeats itself}; empty when nothing is. */
  public String trouble() {
    String before = trouble("baseline", baseline);
    String after = trouble("steered", steered);
    return before.isEmpty() || after.isEmpty() ? before + after : before + ", " + after;
  }

  private static String trouble(String arm, StripAnswer answer) {
    if (answer.degenerate()) {
      return arm + (answer.text().isBlank() ? " says nothing" : " repeats itself");
    }
    return answer.stop() == StopReason.END_OF_TEXT ? "" : arm + " cut";
  }
}
