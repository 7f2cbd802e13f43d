package org.densesteer.ui.trace;

import org.densesteer.common.Texts;
import org.densesteer.metrics.PartMeasures;
import org.densesteer.metrics.ReasoningMeasures;

/** What a pane says of a reasoning block. */
final class ThinkingWords {

  private ThinkingWords() {}

  /** {@code thinking 3 steps, 40 tokens}. */
  static String compact(ReasoningMeasures reasoning) {
    PartMeasures block = reasoning.block();
    return Texts.of(
        "thinking %d %s, %d tokens%s",
        block.steps(),
        block.steps() == 1 ? "step" : "steps",
        block.tokens(),
        reasoning.closed() ? "" : ", cut");
  }

  /** The block's figures and those of what follows it. */
  static String full(ReasoningMeasures reasoning) {
    return part("Reasoning block", reasoning.block())
        + (reasoning.closed() ? "\n" : "; it was cut off, so there is no answer\n")
        + part("After it", reasoning.answer())
        + "\nThe figures beside are those of the whole text.";
  }

  private static String part(String name, PartMeasures part) {
    return Texts.of(
        "%s: %d steps, %d tokens, density %s, NLL w/ prompt %s, alone %s",
        name,
        part.steps(),
        part.tokens(),
        FigureText.decimals(part.density(), 1),
        FigureText.decimals(part.nllWithPrompt(), 2),
        FigureText.decimals(part.nllResponseOnly(), 2));
  }
}
