package org.densesteer.samplemaker;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** How a question is put to the model: bare, under a system turn, or in the paper's template. */
final class PromptStyle {

  private static final List<String> SYSTEMS =
      List.of(
          "You are a helpful assistant.",
          "You are a careful solver.",
          "Be concise. Merge steps where natural.",
          "Be concise, merge steps.",
          "Solve the problem step by step.",
          "Think step by step.");

  private static final String PAPER_OPENING =
      "Solve the following math problem. Present the final answer in the format: Final Answer:"
          + " \\boxed{your_answer}.";
  private static final String PAPER_CLOSING = "Answer:";

  private PromptStyle() {}

  /** Every fixed text that a prompt may hold. */
  static Stream<String> texts() {
    return Stream.concat(
        SYSTEMS.stream(),
        Stream.of(PAPER_OPENING, PAPER_CLOSING, "system\n", "user\n", "assistant\n"));
  }

  /** A chat prompt in a style drawn at random, with the bare question the most frequent. */
  static String draw(String question, Random random) {
    double draw = random.nextDouble();
    if (draw < 0.64) {
      return ChatPrompt.render("", question);
    }
    if (draw < 0.82) {
      return ChatPrompt.render(SYSTEMS.get(random.nextInt(SYSTEMS.size())), question);
    }
    String gap = random.nextBoolean() ? "\n" : "\n\n";
    return ChatPrompt.render("", PAPER_OPENING + gap + question + gap + PAPER_CLOSING);
  }
}
