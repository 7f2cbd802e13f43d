package org.densesteer.model.decoder;

import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/** Ids that a decoder is given. */
final class TokenIds {

  private TokenIds() {}

  /**
   * Refuses what would end the library.
   *
   * @param vocabulary how many tokens the model knows
   */
  static void check(int[] ids, int vocabulary) {
    if (ids.length == 0) {
      throw new FaultException("The prompt is empty.");
    }
    for (int id : ids) {
      if (id < 0 || id >= vocabulary) {
        throw new FaultException(
            Texts.of("The token id %d is outside the model's vocabulary of %d.", id, vocabulary));
      }
    }
  }
}
