package org.densesteer.cli;

import org.densesteer.common.Texts;
import org.densesteer.metrics.PartMeasures;
import org.densesteer.metrics.ReasoningMeasures;

/** A reasoning block and what follows it, each on a line of its own. */
final class ReasoningWords {

  private ReasoningWords() {}

  static String of(ReasoningMeasures reasoning) {
    return line("reasoning block" + (reasoning.closed() ? "" : ", cut"), reasoning.block())
        + line("what follows it", reasoning.answer());
  }

  private static String line(String name, PartMeasures part) {
    return Texts.of(
        "%s: %d steps, %d tokens, density %.2f, NLL %s with prompt and %s response only%n",
        name,
        part.steps(),
        part.tokens(),
        part.density(),
        figure(part.nllWithPrompt()),
        figure(part.nllResponseOnly()));
  }

  private static String figure(double value) {
    return Double.isNaN(value) ? "unknown" : Texts.of("%.3f", value);
  }
}
