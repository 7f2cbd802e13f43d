package org.densesteer.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.plan.LayerRange;
import org.densesteer.evaluation.plan.StrengthRange;
import org.densesteer.evaluation.plan.SweepDecoding;
import org.densesteer.evaluation.plan.SweepOrigin;
import org.densesteer.evaluation.plan.SweepPlan;
import org.jspecify.annotations.Nullable;

/** Everything that decided the answers. */
final class Settings {

  private static final int SHORT_DIGITS = 16;

  private final List<List<String>> rows = new ArrayList<>();

  private Settings() {}

  static List<ReportBlock> of(ReportSource source) {
    Settings settings = new Settings();
    settings.subject(source);
    settings.search(source);
    settings.decoding(source.plan().decoding());
    return List.of(
        new ReportBlock.Heading(2, "Settings"),
        new ReportBlock.Table(List.of("setting", "value"), settings.rows));
  }

  private void subject(ReportSource source) {
    SweepOrigin origin = source.content().origin();
    SweepPlan plan = source.plan();
    add("model", origin.modelName() + ", " + origin.modelDescription());
    add("model fingerprint", plan.subject().model());
    add("precision", plan.subject().precision());
    add("vector", origin.vectorName() + " (" + origin.vectorSource() + ")");
    add("vector fingerprint", shortened(plan.subject().vector()));
    add("problems", origin.problemsName() + " (" + origin.problemsSource() + ")");
    add("problems fingerprint", shortened(plan.subject().problems()));
  }

  private void search(ReportSource source) {
    SweepPlan plan = source.plan();
    add("layers", LayerRange.text(plan.grid().layers()));
    add("strengths", StrengthRange.text(plan.grid().strengths()));
    int grid = source.results().gridBaseline().count();
    add(
        "split",
        plan.isSplit()
            ? Texts.of(
                "%d problems to tune on, %d to test on", grid, source.reportedProblems().size())
            : "none: all " + grid + " problems for both");
    add("seed", Long.toString(plan.seed()));
    add("choice by", plan.choice().name().toLowerCase(Locale.ROOT));
    add(
        "placebos",
        plan.placebos().isEmpty()
            ? "none"
            : plan.placebos().stream().map(Placebo::describe).collect(Collectors.joining("; ")));
    add("plan", plan.hash());
  }

  private void decoding(SweepDecoding decoding) {
    @Nullable String system = decoding.system();
    add("prompt", decoding.promptTemplate());
    add("system prompt", system == null ? "the chat template's own" : system);
    if (!decoding.templateVariables().isEmpty()) {
      add("template variables", decoding.templateVariables().json());
    }
    add("decoding", "greedy, at most " + decoding.maxNewTokens() + " tokens");
    add("positions", decoding.positions().words());
    add("operator", decoding.operator().id());
    if (decoding.gate() != null) {
      add("gate", decoding.gate().words());
    }
    if (decoding.repetitionPenalty() != null) {
      add("repetition penalty", Double.toString(decoding.penalty()));
    }
    add("rows per batch", Integer.toString(decoding.lanes()));
  }

  private static String shortened(String fingerprint) {
    return fingerprint.substring(0, Math.min(SHORT_DIGITS, fingerprint.length()));
  }

  private void add(String name, String value) {
    rows.add(List.of(name, value));
  }
}
