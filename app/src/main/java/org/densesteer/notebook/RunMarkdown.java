package org.densesteer.notebook;

import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.metrics.AnswerMeasures;

/** A run as Markdown: what was asked, a table of arms and figures, and the answers. */
public final class RunMarkdown {

  private RunMarkdown() {}

  /** The whole run. */
  public static String of(Run run) {
    StringBuilder text = new StringBuilder();
    text.append(quoted(run.prompt().question())).append("\n\n");
    if (run.prompt().system() != null) {
      text.append("System: ").append(cell(run.prompt().system())).append("\n\n");
    }
    text.append(
        Texts.of(
            "%s (%s, %s), %s. densesteer %s, %s.\n\n",
            run.model().id(),
            run.model().fingerprint(),
            run.model().precision(),
            RunWords.decoding(run.decoding()),
            run.madeBy(),
            run.made()));
    text.append(
        "| arm | steered by | steps | step tokens | generated | density | NLL w/ prompt | NLL"
            + " alone | answer | ended |\n");
    text.append("|---|---|--:|--:|--:|--:|--:|--:|---|---|\n");
    run.arms().forEach(arm -> text.append(row(run, arm)));
    for (RunArm arm : run.arms()) {
      text.append("\n**").append(cell(arm.name())).append("**\n\n");
      text.append(quoted(arm.answer().text())).append("\n");
    }
    return text.toString();
  }

  private static String row(Run run, RunArm arm) {
    AnswerMeasures measures = arm.figures().measures().answer();
    FinalAnswer given = arm.figures().given();
    String answer = given.text() == null ? "none" : given.text();
    String verdict = given.correct() == null ? "" : given.correct() ? " (right)" : " (wrong)";
    String ended = RunWords.end(run, arm);
    return Texts.of(
        "| %s | %s | %d | %d | %d | %s | %s | %s | %s | %s |\n",
        cell(arm.name()),
        cell(
            arm.steerings().isEmpty()
                ? "nothing"
                : arm.steerings().stream()
                    .map(RunWords::steering)
                    .collect(Collectors.joining("; "))),
        measures.steps(),
        measures.tokens(),
        arm.answer().tokens().size(),
        figure("%.2f", measures.density()),
        figure("%.3f", measures.nllWithPrompt()),
        figure("%.3f", measures.nllResponseOnly()),
        cell(answer + verdict),
        cell(ended.substring(ended.indexOf(", ") + 2)));
  }

  private static String figure(String format, double value) {
    return Double.isFinite(value) ? Texts.of(format, value) : "–";
  }

  /** Fit for a cell of a table. */
  private static String cell(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\s+", " ");
  }

  private static String quoted(String text) {
    return text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
  }
}
