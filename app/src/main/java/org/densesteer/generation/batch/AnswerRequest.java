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
}
