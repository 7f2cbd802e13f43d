package org.densesteer.notebook;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.metrics.PartMeasures;
import org.densesteer.metrics.ReasoningMeasures;
import org.densesteer.metrics.StepMeasures;
import org.densesteer.metrics.TraceMeasures;
import org.densesteer.steering.Step;

/** Reads the figures of an arm. */
final class FiguresReader {

  private FiguresReader() {}

  /**
   * The figures of an arm.
   *
   * @param text the arm's text, in which its steps lie
   * @param tokens how many tokens it has
   */
  static RunFigures figures(Fields fields, String text, int tokens) {
    return new RunFigures(
        new TraceMeasures(answer(fields), steps(fields, text, tokens)),
        fields.has("reasoning") ? reasoning(fields.object("reasoning")) : null,
        fields.flag("repeats"),
        new FinalAnswer(
            fields.textOrNull("answer"),
            fields.textOrNull("answer_by_flexible_extract"),
            fields.textOrNull("answer_by_math_release"),
            fields.flagOrNull("correct"),
            fields.flagOrNull("correct_by_benchmark")));
  }

  private static AnswerMeasures answer(Fields fields) {
    return new AnswerMeasures(
        fields.integer("steps"),
        fields.integer("tokens"),
        fields.figure("density"),
        fields.figure("nll_with_prompt"),
        fields.figure("nll_response_only"));
  }

  private static List<StepMeasures> steps(Fields fields, String text, int tokens) {
    List<StepMeasures> steps = new ArrayList<>();
    int before = 0;
    for (Fields step : fields.objects("per_step")) {
      int start = step.integer("start");
      int end = step.integer("end");
      if (start < before || end <= start || end > text.length()) {
        throw step.fault("end", "a place in “text” behind the start and the step before");
      }
      before = end;
      steps.add(
          new StepMeasures(
              new Step(steps.size() + 1, start, end, text.substring(start, end)),
              step.integer("tokens"),
              step.figure("nll_with_prompt"),
              token(step, "first_token", tokens),
              token(step, "last_token", tokens)));
      step.end();
    }
    return steps;
  }

  private static int token(Fields step, String name, int tokens) {
    int token = step.integer(name);
    if (token < -1 || token >= tokens) {
      throw step.fault(name, "a place in “token_ids”, or -1");
    }
    return token;
  }

  private static ReasoningMeasures reasoning(Fields fields) {
    ReasoningMeasures reasoning =
        new ReasoningMeasures(
            part(fields.object("block")), part(fields.object("answer")), fields.flag("closed"));
    fields.end();
    return reasoning;
  }

  private static PartMeasures part(Fields fields) {
    PartMeasures part =
        new PartMeasures(
            fields.integer("steps"),
            fields.integer("tokens"),
            fields.figure("density"),
            fields.integer("generated"),
            fields.figure("nll_with_prompt"),
            fields.figure("nll_response_only"));
    fields.end();
    return part;
  }
}
