package org.densesteer.evaluation.smallbatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.strip.StripAnswer;
import org.densesteer.evaluation.strip.StripFigure;

/**
 * A small batch as text for elsewhere.
 *
 * @param setting what it was made with, in one line
 */
public record SmallBatchText(SmallBatch batch, String setting) {

  /** A table with one row for each problem, the mean differences, and what can be said of them. */
  public String markdown() {
    StringBuilder text = new StringBuilder(cell(setting)).append("\n\n");
    text.append("| problem | steps | tokens | density | NLL with prompt | answer | note |\n");
    text.append("|---|--:|--:|--:|--:|---|---|\n");
    for (BatchPair pair : batch.pairs()) {
      text.append("| ").append(cell(pair.problem().id()));
      for (StripFigure figure : SmallBatch.FIGURES) {
        text.append(" | ").append(change(figure, pair));
      }
      text.append(Texts.of(" | %s | %s |\n", cell(answers(pair)), pair.trouble()));
    }
    text.append('\n');
    for (StripFigure figure : SmallBatch.FIGURES) {
      text.append("- ").append(batch.difference(figure)).append('\n');
    }
    batch.sentences().forEach(sentence -> text.append("- ").append(sentence).append('\n'));
    return text.toString();
  }

  /** Such as {@code 9 → 5}. */
  public static String change(StripFigure figure, BatchPair pair) {
    Measure measure = Measure.valueOf(figure.name());
    boolean whole = figure == StripFigure.STEPS || figure == StripFigure.TOKENS;
    double before = figure.of(pair.baseline());
    double after = figure.of(pair.steered());
    return whole
        ? Texts.of("%.0f → %.0f", before, after)
        : measure.format(before) + " → " + measure.format(after);
  }

  /** Such as {@code 14 ✓ → 12 ✗}. */
  public static String answers(BatchPair pair) {
    return answer(pair.baseline()) + " → " + answer(pair.steered());
  }

  private static String answer(StripAnswer answer) {
    String given = answer.given() == null ? "none" : answer.given();
    return given + (Boolean.TRUE.equals(answer.correct()) ? " ✓" : " ✗");
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\s+", " ");
  }

  /** CSV (RFC 4180) with one line for each problem, behind a line that begins with {@code #}. */
  public String csv() {
    StringBuilder text = new StringBuilder("# " + setting.replaceAll("\\s+", " ") + "\r\n");
    List<String> header = new ArrayList<>(List.of("problem"));
    for (String arm : List.of("baseline", "steered")) {
      for (StripFigure figure : StripFigure.values()) {
        header.add(arm + "_" + figure.key());
      }
      header.add(arm + "_answer");
      header.add(arm + "_correct");
      header.add(arm + "_degenerate");
      header.add(arm + "_ended");
    }
    text.append(String.join(",", header)).append("\r\n");
    for (BatchPair pair : batch.pairs()) {
      List<String> line = new ArrayList<>(List.of(quoted(pair.problem().id())));
      add(pair.baseline(), line);
      add(pair.steered(), line);
      text.append(String.join(",", line)).append("\r\n");
    }
    return text.toString();
  }

  private static void add(StripAnswer answer, List<String> to) {
    for (StripFigure figure : StripFigure.values()) {
      double value = figure.of(answer);
      to.add(Double.isFinite(value) ? Texts.of("%.6f", value) : "");
    }
    to.add(answer.given() == null ? "" : quoted(answer.given()));
    to.add(answer.correct() == null ? "" : answer.correct().toString());
    to.add(Boolean.toString(answer.degenerate()));
    to.add(answer.stop().name().toLowerCase(Locale.ROOT));
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
