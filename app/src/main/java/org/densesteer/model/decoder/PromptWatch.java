package org.densesteer.model.decoder;

import org.densesteer.common.Cancellation;

/** Looks on while a prompt is read, several times a second, on the decoder's thread. */
@FunctionalInterface
public interface PromptWatch {

  /**
   * Tells how far the reading is.
   *
   * @param tokens tokens that all blocks are done with
   * @param all tokens of the prompt
   * @throws java.util.concurrent.CancellationException to stop the reading
   */
  void read(int tokens, int all);

  /** Stops the reading when that is asked for. */
  static PromptWatch stoppedBy(Cancellation cancellation) {
    return (tokens, all) -> cancellation.check();
  }
}
