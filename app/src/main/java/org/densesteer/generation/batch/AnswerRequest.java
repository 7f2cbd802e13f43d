package org.densesteer.generation;

import java.util.List;
import org.densesteer.steering.Steering;

/**
 * One answer of a batch whose rows have prompts of their own.
 *
 * @param prompt what this row reads
 * @param steerings what is added to its hidden states
 */
public record BatchRow(Prompt prompt, List<Steering> steerings) {

  /** Freezes the list. */
  public BatchRow {
    steerings = List.copyOf(steerings);
  }
}
