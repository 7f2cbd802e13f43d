package org.densesteer.ui.compare;

import java.util.List;
import java.util.stream.IntStream;

/** Where the strengths of a fan lie, seen from the strength λ in use. */
enum FanRange {
  /** λ/2 … 3λ/2: whether less would do, and whether more does more. */
  AROUND("around λ", 0.5, 1.5),
  /** 0 … λ, without 0, which is the baseline. */
  UP_TO("from 0 to λ", 0, 1),
  /** −λ … λ: whether the direction matters. */
  BOTH_SIDES("from −λ to λ", -1, 1);

  private final String words;
  private final double from;
  private final double to;

  FanRange(String words, double from, double to) {
    this.words = words;
    this.from = from;
    this.to = to;
  }

  /** Such as {@code around λ}. */
  String words() {
    return words;
  }

  /** Evenly spaced strengths. */
  List<Double> strengths(double strength, int count) {
    return this == UP_TO
        ? between(strength / count, strength, count)
        : between(from * strength, to * strength, count);
  }

  /** Evenly spaced strengths, both ends among them. */
  static List<Double> between(double from, double to, int count) {
    return IntStream.range(0, count).mapToObj(i -> from + (to - from) * i / (count - 1)).toList();
  }
}
