package org.densesteer.generation.batch;

import java.util.List;
import org.densesteer.generation.Prompt;
import org.densesteer.steering.Steering;

/**
 * One answer that is asked for.
 *
 * @param prompt what the model reads
 * @param steerings what is added to its hidden states
 */
public record AnswerRequest(Prompt prompt, List<Steering> steerings) {

  /** Freezes the list. */
  public AnswerRequest {
    steerings = List.copyOf(steerings);
  }

  boolean steered() {
    return steerings.stream().anyMatch(Steering::active);
  }

  /** Whether a gate asks for the unsteered model's view of the text. */
  boolean asksKl() {
    return steerings.stream().anyMatch(s -> s.active() && s.gate().asksKl());
  }

  /** Whether a gate asks for the probabilities of the next token. */
  boolean asksProbability() {
    return steerings.stream().anyMatch(s -> s.active() && s.gate().asksProbability());
  }
}
