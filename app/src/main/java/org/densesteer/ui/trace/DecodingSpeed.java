package org.densesteer.ui.trace;

import java.util.List;
import java.util.function.LongSupplier;
import org.densesteer.generation.TokenEvent;

/**
 * How fast an answer is decoded: by its tokens' own times where they are known, so that tokens
 * which are shown later than they came are not counted as slower; else by when they were shown.
 */
final class DecodingSpeed {

  private final LongSupplier nanoTime;
  private long firstShown;
  private double first;
  private int seen;

  DecodingSpeed(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Forgets everything, for a new answer. */
  void restart() {
    seen = 0;
  }

  /** Takes the tokens that came since the last time; tokens per second so far, 0 while unknown. */
  double accept(List<TokenEvent> tokens) {
    long now = nanoTime.getAsLong();
    boolean begins = seen == 0;
    if (begins) {
      firstShown = now;
      first = tokens.get(0).milliseconds();
    }
    seen += tokens.size();
    double between = tokens.get(tokens.size() - 1).milliseconds() - first;
    if (Double.isFinite(between)) {
      return between > 0 ? (seen - 1) * 1e3 / between : 0;
    }
    return begins || now == firstShown ? 0 : seen * 1e9 / (now - firstShown);
  }
}
