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
 * @param topK how many of the likeliest tokens are kept when sampled; 0 for all
 * @param topP smallest probability mass kept when sampled
 * @param withoutPenalty whether the checkpoint's repetition penalty is switched off
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
    int topK,
    double topP,
    boolean withoutPenalty,
    long seed,
    int maxTokens,
    String variables) {

  /** The first sample problem, greedy. */
  public static final SavedPrompt DEFAULT =
      new SavedPrompt("sample", 0, "", "", false, 0.7, 0, 0.95, false, 7, 512, "");

  /** Replaces what a file leaves out or has wrong. */
  public SavedPrompt {
    problemSet = problemSet == null || problemSet.isBlank() ? "sample" : problemSet;
    problem = Math.max(problem, 0);
    question = question == null ? "" : question;
    system = system == null ? "" : system;
    variables = variables == null ? "" : variables;
    temperature = temperature > 0 && temperature <= 5 ? temperature : 0.7;
    topK = Math.max(topK, 0);
    topP = topP > 0 && topP <= 1 ? topP : 0.95;
    maxTokens = maxTokens >= 1 && maxTokens <= 32_768 ? maxTokens : 512;
  }
}
