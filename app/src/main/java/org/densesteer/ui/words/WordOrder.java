package org.densesteer.ui.words;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.densesteer.generation.WordShift;
import org.densesteer.generation.WordShifts;

/** By what words are ranked. */
enum WordOrder {
  /** The sum of the differences of ln p. */
  NATS("by log probability (nats)", WordShift::nats),
  /** The sum of the differences of p. */
  EXPECTED("by expected count", WordShift::expected);

  private final String words;
  private final ToDoubleFunction<WordShift> reading;

  WordOrder(String words, ToDoubleFunction<WordShift> reading) {
    this.words = words;
    this.reading = reading;
  }

  /** What a person reads. */
  String words() {
    return words;
  }

  double of(WordShift shift) {
    return reading.applyAsDouble(shift);
  }

  /** The most lifted, or the most suppressed. */
  List<WordShift> most(WordShifts shifts, boolean up, int most) {
    Comparator<WordShift> order = Comparator.comparingDouble(this::of);
    return shifts.shifts().stream()
        .filter(shift -> up ? of(shift) > 0 : of(shift) < 0)
        .sorted(up ? order.reversed() : order)
        .limit(most)
        .toList();
  }
}
