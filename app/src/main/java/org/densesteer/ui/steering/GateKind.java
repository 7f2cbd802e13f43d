package org.densesteer.ui.steering;

import java.util.List;
import org.densesteer.steering.ConfidenceGate;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.CurveGate;
import org.densesteer.steering.CurveGate.Over;
import org.densesteer.steering.CurveGate.Point;
import org.densesteer.steering.Gate;
import org.densesteer.steering.KlBudget;
import org.densesteer.steering.Probe;
import org.jspecify.annotations.Nullable;

/** The gates to choose from. */
enum GateKind {
  CONSTANT("constant"),
  TOKENS("curve over tokens"),
  STEPS("curve over steps"),
  COSINE("cosine with a probe"),
  COSINE_PROMPT("cosine of the prompt"),
  CONFIDENCE("low confidence"),
  BUDGET("KL budget");

  private static final double BOUND = 0.1;
  private static final double CONFIDENCE_BOUND = 0.6;
  private static final double NATS = 0.2;

  private final String words;

  GateKind(String words) {
    this.words = words;
  }

  static GateKind of(Gate gate) {
    if (gate instanceof CurveGate curve) {
      return curve.over() == Over.TOKENS ? TOKENS : STEPS;
    }
    if (gate instanceof CosineGate cosine) {
      return cosine.once() ? COSINE_PROMPT : COSINE;
    }
    if (gate instanceof ConfidenceGate) {
      return CONFIDENCE;
    }
    return gate instanceof KlBudget ? BUDGET : CONSTANT;
  }

  /**
   * The gate that a person begins with.
   *
   * @param probe the vector in use where it works; null while there is none
   */
  Gate start(@Nullable Probe probe) {
    return switch (this) {
      case CONSTANT -> Gate.CONSTANT;
      case TOKENS -> new CurveGate(Over.TOKENS, List.of(new Point(0, 1), new Point(100, 0)));
      case STEPS -> new CurveGate(Over.STEPS, List.of(new Point(0, 1), new Point(4, 0)));
      case COSINE, COSINE_PROMPT ->
          probe == null ? Gate.CONSTANT : new CosineGate(probe, BOUND, this == COSINE_PROMPT);
      case CONFIDENCE -> new ConfidenceGate(CONFIDENCE_BOUND);
      case BUDGET -> new KlBudget(NATS, KlBudget.DEFAULT_GAIN);
    };
  }

  @Override
  public String toString() {
    return words;
  }
}
