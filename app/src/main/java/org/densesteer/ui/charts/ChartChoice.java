package org.densesteer.ui.charts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one chart that an audience sees. */
public enum ChartChoice {
  /** Tokens of each step. */
  DENSITY("density per step", ChartMeasure.DENSITY_PER_STEP),
  /** NLL of each token. */
  NLL("NLL per token", ChartMeasure.NLL_PER_TOKEN),
  /** KL of each token. */
  KL("KL per token", ChartMeasure.KL_PER_TOKEN),
  /** No chart. */
  NONE("no chart", null);

  private final String title;
  private final @Nullable ChartMeasure measure;

  ChartChoice(String title, @Nullable ChartMeasure measure) {
    this.title = title;
    this.measure = measure;
  }

  /** What it shows, in a few words. */
  public String title() {
    return title;
  }

  /** The one after it, in a circle. */
  public ChartChoice next() {
    return values()[(ordinal() + 1) % values().length];
  }

  Optional<ChartMeasure> measure() {
    return Optional.ofNullable(measure);
  }
}
