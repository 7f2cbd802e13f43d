package org.densesteer.ui.settings;

/**
 * The prompt panel as it was left.
 *
 * @param problemSet {@code sample}, or the path of a problem file
 * @param problem index of the problem, from 0
 * @param question the question when it was typed by hand, else empty
 * @param system system turn; empty for the template's default
 * @param sampled whether tokens are drawn instead of the likeliest taken
 * @param temperature divisor of the logits when sampled
 * @param topP smallest probability mass kept when sampled
 * @param seed start of the random streams
 * @param maxTokens most tokens an answer may have
 * @param variables JSON object of what the chat template is given; empty for nothing
 */
public record SavedPrompt(
    String problemSet,
    int problem,
    String question,
    String system,
    boolean sampled,
    double temperature,
    double topP,
    long seed,
    int maxTokens,
    String variables) {

  /** The first sample problem, greedy. */
  public static final SavedPrompt DEFAULT =
      new SavedPrompt("sample", 0, "", "", false, 0.7, 0.95, 7, 512, "");

  /** Replaces what a file leaves out or has wrong. */
  public SavedPrompt {
    problemSet = problemSet == null || problemSet.isBlank() ? "sample" : problemSet;
    problem = Math.max(problem, 0);
    question = question == null ? "" : question;
    system = system == null ? "" : system;
    variables = variables == null ? "" : variables;
    temperature = temperature > 0 && temperature <= 5 ? temperature : 0.7;
    topP = topP > 0 && topP <= 1 ? topP : 0.95;
    maxTokens = maxTokens >= 1 && maxTokens <= 32_768 ? maxTokens : 512;
  }
}
