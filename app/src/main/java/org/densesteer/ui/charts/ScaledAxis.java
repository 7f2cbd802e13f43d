package org.densesteer.ui.charts;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** An axis of chart-fx that puts its ticks where an {@link AxisScale} says, not where it likes. */
final class ScaledAxis extends DefaultNumericAxis {

  private @Nullable AxisScale scale;

  ScaledAxis(@Nullable String name) {
    super(name);
    setName(name);
    setUnit(null);
    setAutoRanging(false);
    setAutoGrowRanging(false);
    setMinorTickCount(0);
    setAnimated(false);
  }

  /**
   * Shows a scale.
   *
   * @param headroom how far the axis goes on beyond the last tick, as a part of its range
   */
  void show(AxisScale now, double headroom) {
    if (!now.equals(scale)) {
      scale = now;
      setTickUnit(now.step());
      setTickLabelFormatter(new Labels(now));
      set(now.min(), now.max() + headroom * (now.max() - now.min()));
    }
  }

  @Override
  public double computePreferredTickUnit(double axisLength) {
    return scale == null ? super.computePreferredTickUnit(axisLength) : scale.step();
  }

  private static final class Labels extends StringConverter<Number> {

    private final AxisScale scale;

    Labels(AxisScale scale) {
      this.scale = scale;
    }

    @Override
    public String toString(Number value) {
      return scale.label(value.doubleValue());
    }

    @Override
    public Number fromString(String text) {
      return Double.valueOf(text);
    }
  }
}
