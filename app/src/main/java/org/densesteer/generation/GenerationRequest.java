package org.densesteer.generation;

import java.util.List;
import org.densesteer.common.FaultException;

/**
 * One run: a prompt answered by several arms.
 *
 * @param prompt what all arms read
 * @param arms the arms, at least one; their order is the order of the traces
 * @param sampling how tokens are chosen
 * @param maxNewTokens most tokens an answer may have, at least 1
 * @param ignoreEndOfText whether an end-of-text token is an ordinary one
 * @param drafts for every arm tokens that its answer may have, such as those of an answer from
 *     before, or none; an empty list for none at all. They change how long a run takes, and nothing
 *     else.
 */
public record GenerationRequest(
    Prompt prompt,
    List<Arm> arms,
    Sampling sampling,
    int maxNewTokens,
    boolean ignoreEndOfText,
    List<int[]> drafts) {

  /** Freezes the lists and checks the numbers. */
  public GenerationRequest {
    arms = List.copyOf(arms);
    drafts = List.copyOf(drafts);
    if (maxNewTokens < 1) {
      throw new FaultException("An answer must be allowed at least one token.");
    }
    if (!drafts.isEmpty() && drafts.size() != arms.size()) {
      throw new IllegalArgumentException(drafts.size() + " drafts for " + arms.size() + " arms");
    }
  }

  /** Without drafts. */
  public GenerationRequest(
      Prompt prompt, List<Arm> arms, Sampling sampling, int maxNewTokens, boolean ignoreEndOfText) {
    this(prompt, arms, sampling, maxNewTokens, ignoreEndOfText, List.of());
  }

  /** The same with drafts. */
  public GenerationRequest drafted(List<int[]> drafts) {
    return new GenerationRequest(prompt, arms, sampling, maxNewTokens, ignoreEndOfText, drafts);
  }

  int[] draft(int arm) {
    return drafts.isEmpty() ? new int[0] : drafts.get(arm);
  }
}
