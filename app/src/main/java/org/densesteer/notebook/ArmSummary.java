package org.densesteer.notebook;

import java.util.List;
import org.densesteer.generation.StopReason;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.metrics.StepMeasures;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a run in a list of runs.
 *
 * @param name the arm
 * @param stop why it ended
 * @param repeats whether it repeats itself
 * @param generated how many tokens were generated
 * @param steps reasoning steps
 * @param density tokens per step
 * @param nll mean NLL in nats with the prompt as context, by the unsteered model; null when there
 *     is none
 * @param answer what it gives as its answer; null when nothing looks like one
 * @param correct whether that is right; null when no right answer is known
 * @param stepTokens tokens of its first steps, each encoded alone
 */
public record ArmSummary(
    String name,
    StopReason stop,
    boolean repeats,
    int generated,
    int steps,
    double density,
    @Nullable Double nll,
    @Nullable String answer,
    @Nullable Boolean correct,
    List<Integer> stepTokens) {

  private static final int MOST_STEPS = 48;
  private static final int LONGEST_ANSWER = 60;

  /** Freezes the list. */
  public ArmSummary {
    stepTokens = List.copyOf(stepTokens);
  }

  static ArmSummary of(RunArm arm) {
    AnswerMeasures measures = arm.figures().measures().answer();
    FinalAnswer given = arm.figures().given();
    return new ArmSummary(
        RunSummary.cut(arm.name(), LONGEST_ANSWER),
        arm.answer().stopReason(),
        arm.figures().repeats(),
        arm.answer().tokens().size(),
        measures.steps(),
        measures.density(),
        Double.isFinite(measures.nllWithPrompt()) ? measures.nllWithPrompt() : null,
        given.text() == null ? null : RunSummary.cut(given.text(), LONGEST_ANSWER),
        given.correct(),
        arm.figures().measures().perStep().stream()
            .limit(MOST_STEPS)
            .map(StepMeasures::tokens)
            .toList());
  }

  /** Whether the model ended it and it does not repeat itself, so that its figures may count. */
  public boolean whole() {
    return stop == StopReason.END_OF_TEXT && !repeats;
  }
}
