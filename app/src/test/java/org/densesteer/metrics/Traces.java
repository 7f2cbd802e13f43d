package org.densesteer.metrics;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.generation.Arm;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;

/** Traces made by hand. */
final class Traces {

  private Traces() {}

  /** A trace of these token texts; token i has id i and NLL i + 1. */
  static Trace of(String... texts) {
    List<TokenEvent> tokens = new ArrayList<>();
    for (String text : texts) {
      tokens.add(token(tokens.size(), tokens.size(), text, tokens.size() + 1));
    }
    return trace(tokens, String.join("", texts));
  }

  static Trace trace(List<TokenEvent> tokens, String text, double... nllResponseOnly) {
    return new Trace(Arm.baseline(), tokens, text, StopReason.END_OF_TEXT, nllResponseOnly, 1);
  }

  static TokenEvent token(int index, int id, String text, double nll) {
    return new TokenEvent(0, index, id, text, nll, 0.5, 1, 0, Double.NaN, 0, 0, List.of());
  }

  /** A stand-in for a tokenizer: words, so that joining parts changes nothing but space. */
  static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
