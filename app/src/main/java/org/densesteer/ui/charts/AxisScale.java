package org.densesteer.ui.charts;

import org.densesteer.common.Texts;

/**
 * An axis from {@code min} to {@code max} with a tick at every multiple of {@code step}.
 *
 * @param min lowest value shown
 * @param max highest value shown
 * @param step distance of two ticks: 1, 2 or 5 times a power of ten
 */
record AxisScale(double min, double max, double step) {

  private static final double FLAT = 1e-9;

  /** An axis of values from 0 to at least {@code most}, with about {@code ticks} ticks. */
  static AxisScale values(double most, int ticks) {
    double top = most > FLAT ? most : 1;
    double step = step(top / Math.max(1, ticks));
    return new AxisScale(0, step * Math.ceil(top / step - FLAT), step);
  }

  /** An axis of whole numbers, half a place wider on either side for bars. */
  static AxisScale bars(double first, double last, int ticks) {
    double step = Math.max(1, step((last - first) / Math.max(1, ticks)));
    return new AxisScale(first - 0.5, last + 0.5, step);
  }

  /** An axis of whole numbers that ends where the data ends. */
  static AxisScale whole(double first, double last, int ticks) {
    double end = Math.max(last, first + 1);
    double step = Math.max(1, step((end - first) / Math.max(1, ticks)));
    return new AxisScale(first, end, step);
  }

  static AxisScale x(ChartData data, int ticks) {
    return data.kind() == ChartKind.BARS
        ? bars(1, Math.max(1, data.maxX()), ticks)
        : whole(0, data.maxX(), ticks);
  }

  static AxisScale y(ChartData data, int ticks) {
    AxisScale plain = values(data.maxY(), ticks);
    return data.decimals() == 0 && plain.step < 1 ? values(1, 1) : plain;
  }

  private static double step(double rough) {
    if (rough <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double part = rough / power;
    return power * (part <= 1 + FLAT ? 1 : part <= 2 + FLAT ? 2 : part <= 5 + FLAT ? 5 : 10);
  }

  double firstTick() {
    return step * Math.ceil(min / step - FLAT);
  }

  int tickCount() {
    return (int) Math.floor((max - firstTick()) / step + FLAT) + 1;
  }

  double tick(int index) {
    return firstTick() + index * step;
  }

  /** A tick's value with no more decimals than the step has. */
  String label(double tick) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + FLAT));
    return Texts.of("%." + decimals + "f", tick + 0.0);
  }
}
