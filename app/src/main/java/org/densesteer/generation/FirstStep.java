package org.densesteer.generation;

import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.KvCache;
import org.densesteer.model.decoder.Sites;
import org.densesteer.model.decoder.StepResult;

/** One step with a model that was just loaded. */
final class FirstStep {

  private FirstStep() {}

  /**
   * Steps once through all weights: what is not a number in any of them reaches every logit.
   *
   * @return the decoder, which is closed when it fails
   * @throws FaultException when the logits are not numbers
   */
  static Decoder tried(Decoder loaded) {
    try {
      requireNumbers(loaded);
      return loaded;
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  private static void requireNumbers(Decoder decoder) {
    try (KvCache cache = decoder.newCache(1, 1);
        Sites none = decoder.sites(List.of());
        StepResult step = decoder.step(new int[1], cache, 0, new int[1], none)) {
      for (float logit : step.logits().row(0)) {
        if (!Float.isFinite(logit)) {
          throw new FaultException(
              "The checkpoint %s cannot be run: with its weights the model computes no numbers (%s)."
                  .formatted(decoder.checkpoint().folder(), logit));
        }
      }
    }
  }
}
