package org.densesteer.extraction;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Futures;
import org.densesteer.common.Progress;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;

/** Reads the hidden states that the unsteered model has at the last token of prompts. */
public final class LastStates {

  private LastStates() {}

  /**
   * Reads them one prompt at a time.
   *
   * @return for every layer one hidden state a prompt
   */
  public static List<List<float[]>> of(
      ModelSession session, List<Prompt> prompts, Progress progress, Cancellation cancellation) {
    List<List<float[]>> layers = new ArrayList<>();
    for (int layer = 0; layer < session.info().layers(); layer++) {
      layers.add(new ArrayList<>());
    }
    for (int i = 0; i < prompts.size(); i++) {
      cancellation.check();
      progress.update("Reading prompts", (double) i / prompts.size());
      int[] ids = prompts.get(i).tokenIds();
      float[] last = new float[ids.length];
      last[ids.length - 1] = 1;
      float[][][] pooled =
          Futures.join(
              session.withDecoder(decoder -> decoder.pooledOutputs(List.of(ids), List.of(last))));
      for (int layer = 0; layer < pooled.length; layer++) {
        layers.get(layer).add(pooled[layer][0]);
      }
    }
    return layers;
  }
}
