package org.densesteer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.strip.Strip;
import org.densesteer.evaluation.strip.StripAnswer;
import org.densesteer.evaluation.strip.StripCell;
import org.densesteer.evaluation.strip.StripFigure;
import org.densesteer.evaluation.strip.StripRow;
import org.densesteer.evaluation.strip.Verdict;
import org.densesteer.steering.Gate;

/**
 * A strip as comma-separated values: the baseline, the vector's rows, the random directions. Behind
 * each figure stands what the floor says of it. An empty field is a figure that nothing is known
 * of; shares are fractions of 1. Where strengths follow the answers, the last column is the gate.
 */
final class StripCsv {

  private StripCsv() {}

  static String of(Strip strip, Gate gate) {
    StringBuilder text = new StringBuilder(String.join(",", header(gate))).append('\n');
    Stream.concat(
            Stream.of(strip.baseline()),
            Stream.concat(strip.rows().stream(), strip.floor().stream()))
        .forEach(row -> text.append(String.join(",", line(strip, row, gate))).append('\n'));
    return text.toString();
  }

  private static List<String> header(Gate gate) {
    List<String> names = new ArrayList<>(List.of("arm", "layer", "strength", "push", "n"));
    for (StripFigure figure : StripFigure.values()) {
      names.add(figure.key());
      names.add(figure.key() + "_floor");
    }
    names.addAll(List.of("accuracy", "degenerate_share", "whole_share"));
    if (!gate.constant()) {
      names.add("gate");
    }
    return names;
  }

  private static List<String> line(Strip strip, StripRow row, Gate gate) {
    StripCell cell = row.cell();
    List<String> fields = new ArrayList<>(List.of(row.arm()));
    fields.add(cell == null ? "" : Integer.toString(cell.layer()));
    fields.add(cell == null ? "" : figure(cell.strength()));
    fields.add(cell == null ? "" : figure(cell.push()));
    fields.add(Integer.toString(row.answers().size()));
    for (StripFigure figure : StripFigure.values()) {
      fields.add(figure(row.mean(figure)));
      fields.add(
          row.seed() != null ? "" : strip.verdict(row, figure).map(Verdict::word).orElse(""));
    }
    boolean judged = row.answers().stream().allMatch(answer -> answer.correct() != null);
    fields.add(judged ? figure(row.share(answer -> Boolean.TRUE.equals(answer.correct()))) : "");
    fields.add(figure(row.share(StripAnswer::degenerate)));
    fields.add(figure(row.share(StripAnswer::whole)));
    if (!gate.constant()) {
      fields.add(cell == null ? "" : '"' + gate.text().replace("\"", "\"\"") + '"');
    }
    return fields;
  }

  private static String figure(double value) {
    return Double.isFinite(value) ? Texts.of("%.6f", value) : "";
  }
}
