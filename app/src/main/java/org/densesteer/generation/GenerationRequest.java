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
 */
public record GenerationRequest(
    Prompt prompt, List<Arm> arms, Sampling sampling, int maxNewTokens, boolean ignoreEndOfText) {

  /** Freezes the list and checks the number. */
  public GenerationRequest {
    arms = List.copyOf(arms);
    if (maxNewTokens < 1) {
      throw new FaultException("An answer must be allowed at least one token.");
    }
  }
}
