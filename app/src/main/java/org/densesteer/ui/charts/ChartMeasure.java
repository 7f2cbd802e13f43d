package org.densesteer.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.densesteer.generation.TokenEvent;
import org.densesteer.metrics.StepMeasures;
import org.densesteer.notebook.RunArm;
import org.densesteer.ui.trace.ArmViewModel;

/** What the charts show, each read off the arms as they are. Tokens are counted from 0. */
enum ChartMeasure {
  /** Tokens of each step. */
  DENSITY_PER_STEP("Density per step", "Density", "tokens", ChartKind.BARS, "reasoning step", 0) {
    @Override
    List<ChartSeries> series(ArmViewModel arm) {
      return List.of(perStep(arm, arm.name(), false, StepMeasures::tokens));
    }
  },
  /** Mean NLL of each step's tokens, by both conventions. */
  NLL_PER_STEP(
      "NLL per step",
      "NLL per step",
      "nats per token, unsteered model",
      ChartKind.BARS,
      "reasoning step",
      3) {
    @Override
    List<ChartSeries> series(ArmViewModel arm) {
      List<ChartSeries> both = new ArrayList<>();
      both.add(perStep(arm, arm.name() + " w/ prompt", false, StepMeasures::nllWithPrompt));
      RunArm finished = arm.recordedProperty().get();
      if (finished != null && finished.answer().nllResponseOnly().length > 0) {
        double[] alone = finished.answer().nllResponseOnly();
        both.add(perStep(arm, arm.name() + " alone", true, step -> mean(alone, step)));
      }
      return both;
    }
  },
  /** NLL of each token, the prompt as context. */
  NLL_PER_TOKEN(
      "NLL per token", "NLL per token", "nats, unsteered model", ChartKind.LINES, "token", 3) {
    @Override
    List<ChartSeries> series(ArmViewModel arm) {
      return List.of(perToken(arm, TokenEvent::nll));
    }
  },
  /** Divergence of each token's distribution from the unsteered one. */
  KL_PER_TOKEN("KL per token", "KL", "nats, arm from unsteered", ChartKind.LINES, "token", 3) {
    @Override
    List<ChartSeries> series(ArmViewModel arm) {
      return List.of(perToken(arm, TokenEvent::kl));
    }
  },
  /** The strength in force at each token, gate included. */
  STRENGTH_PER_TOKEN(
      "Strength per token", "λ", "λ·g, factor of the vector", ChartKind.LINES, "token", 3) {
    @Override
    List<ChartSeries> series(ArmViewModel arm) {
      return arm.steeringsProperty().get().isEmpty()
          ? List.of()
          : List.of(perToken(arm, TokenEvent::strength));
    }
  };

  private final String title;
  private final String shortTitle;
  private final String unit;
  private final ChartKind kind;
  private final String xLabel;
  private final int decimals;

  ChartMeasure(
      String title, String shortTitle, String unit, ChartKind kind, String xLabel, int decimals) {
    this.title = title;
    this.shortTitle = shortTitle;
    this.unit = unit;
    this.kind = kind;
    this.xLabel = xLabel;
    this.decimals = decimals;
  }

  abstract List<ChartSeries> series(ArmViewModel arm);

  /** What is measured. */
  String title() {
    return title;
  }

  /** What a narrow button calls it. */
  String shortTitle() {
    return shortTitle;
  }

  /** Unit of the values. */
  String unit() {
    return unit;
  }

  /** How it is drawn. */
  ChartKind kind() {
    return kind;
  }

  /** What it shows of the arms now. */
  ChartData of(List<ArmViewModel> arms) {
    List<ChartSeries> series = arms.stream().flatMap(arm -> series(arm).stream()).toList();
    return new ChartData(title, unit + promptedWith(arms), kind, xLabel, decimals, series);
  }

  /** What the chat template was given, which the figures depend on. */
  private static String promptedWith(List<ArmViewModel> arms) {
    return arms.stream()
        .filter(arm -> arm.response().size() > 0 && !arm.variables().isEmpty())
        .map(arm -> arm.variables().json())
        .distinct()
        .reduce((one, other) -> one + ", " + other)
        .map(all -> ", template variables " + all)
        .orElse("");
  }

  private static ChartSeries perStep(
      ArmViewModel arm, String name, boolean dashed, ToDoubleFunction<StepMeasures> value) {
    List<StepMeasures> steps = arm.steps();
    return new ChartSeries(
        name,
        arm.colourIndex(),
        dashed,
        steps.stream().mapToDouble(step -> step.step().number()).toArray(),
        steps.stream().mapToDouble(value).toArray());
  }

  private static ChartSeries perToken(ArmViewModel arm, ToDoubleFunction<TokenEvent> value) {
    List<TokenEvent> tokens = arm.response().tokens();
    return new ChartSeries(
        arm.name(),
        arm.colourIndex(),
        false,
        tokens.stream().mapToDouble(TokenEvent::index).toArray(),
        tokens.stream().mapToDouble(value).toArray());
  }

  /** Mean of a step's tokens, of which the response's first has no value: it has no context. */
  private static double mean(double[] nllWithoutFirst, StepMeasures step) {
    double sum = 0;
    int count = 0;
    for (int token = Math.max(1, step.firstToken()); token <= step.lastToken(); token++) {
      if (token - 1 < nllWithoutFirst.length) {
        sum += nllWithoutFirst[token - 1];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
