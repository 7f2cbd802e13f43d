package org.densesteer.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.figure.LatexTable;
import org.densesteer.figure.MarkdownTable;
import org.densesteer.figure.Table;
import org.densesteer.figure.Table.Column;
import org.densesteer.metrics.AnswerMeasures;

/** The arms of one run, or of several, with their figures. */
public final class RunTable {

  private static final int LONGEST_QUESTION = 48;
  private static final int SHORT_ID = 8;

  private RunTable() {}

  /** A row for each arm; of several runs, the question before it. */
  public static Table of(List<Run> runs) {
    boolean several = runs.size() > 1;
    List<Column> columns = new ArrayList<>();
    if (several) {
      columns.add(Column.text("question"));
    }
    columns.addAll(
        List.of(
            Column.text("arm"),
            Column.text("steered by"),
            Column.number("steps"),
            Column.number("step tokens"),
            Column.number("generated"),
            Column.number("density"),
            Column.number("NLL w/ prompt"),
            Column.number("NLL alone"),
            Column.text("answer"),
            Column.text("ended")));
    List<List<String>> rows = new ArrayList<>();
    for (Run run : runs) {
      for (RunArm arm : run.arms()) {
        List<String> row = new ArrayList<>();
        if (several) {
          row.add(rows.isEmpty() || arm == run.arms().get(0) ? question(run) : "");
        }
        row.addAll(cells(run, arm));
        rows.add(row);
      }
    }
    return new Table(caption(runs), "densesteer-" + shortId(runs.get(0)), columns, rows);
  }

  /** Their table as LaTeX, with the settings. */
  public static String latex(List<Run> runs) {
    return LatexTable.of(of(runs), Provenance.of(runs).origin());
  }

  /** Their table as Markdown, with the settings. */
  public static String markdown(List<Run> runs) {
    return MarkdownTable.of(of(runs), Provenance.of(runs).origin());
  }

  private static String caption(List<Run> runs) {
    return "Density is step tokens per step; NLL is the mean in nats per token under the unsteered"
        + " model. "
        + runs.stream().map(Provenance::sentence).distinct().collect(Collectors.joining(" "));
  }

  private static String question(Run run) {
    return RunSummary.cut(run.prompt().question().replaceAll("\\s+", " "), LONGEST_QUESTION);
  }

  private static List<String> cells(Run run, RunArm arm) {
    AnswerMeasures measures = arm.figures().measures().answer();
    FinalAnswer given = arm.figures().given();
    String answer = given.text() == null ? "none" : given.text();
    String verdict = given.correct() == null ? "" : given.correct() ? " (right)" : " (wrong)";
    String ended = RunWords.end(run, arm);
    return List.of(
        arm.name(),
        steering(arm),
        Integer.toString(measures.steps()),
        Integer.toString(measures.tokens()),
        Integer.toString(arm.answer().tokens().size()),
        figure("%.2f", measures.density()),
        figure("%.3f", measures.nllWithPrompt()),
        figure("%.3f", measures.nllResponseOnly()),
        answer + verdict,
        ended.substring(ended.indexOf(", ") + 2));
  }

  private static String steering(RunArm arm) {
    String first =
        arm.steerings().isEmpty()
            ? "nothing"
            : arm.steerings().stream().map(RunWords::steering).collect(Collectors.joining("; "));
    return arm.changes().isEmpty() ? first : first + ", changed while it answered";
  }

  private static String figure(String format, double value) {
    return Double.isFinite(value) ? Texts.of(format, value) : "–";
  }

  static String shortId(Run run) {
    return run.id().substring(0, Math.min(SHORT_ID, run.id().length()));
  }
}
