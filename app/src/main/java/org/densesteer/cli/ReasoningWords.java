package org.densesteer.cli;

import java.util.Locale;
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
    return String.format(
        Locale.ROOT,
        "%s: %d steps, %d tokens, density %.2f, NLL %s with prompt and %s response only%n",
        name,
        part.steps(),
        part.tokens(),
        part.density(),
        figure(part.nllWithPrompt()),
        figure(part.nllResponseOnly()));
  }

  private static String figure(double value) {
    return Double.isNaN(value) ? "unknown" : String.format(Locale.ROOT, "%.3f", value);
  }
}
