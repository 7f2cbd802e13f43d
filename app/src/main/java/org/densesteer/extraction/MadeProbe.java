package org.densesteer.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.model.ModelInfo;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/**
 * A probe for a cosine gate at every layer, with the bound and the accuracy that it has there.
 *
 * @param vector its directions; recommends the best layer
 * @param layers what was found at each layer, ascending
 * @param best the one of them that told its own texts apart best
 */
public record MadeProbe(
    SteeringVector vector, List<ProbeSearch.Found> layers, ProbeSearch.Found best) {

  /** Positions of texts that are read in one pass. */
  private static final int POSITIONS = 1024;

  /** Freezes the list. */
  public MadeProbe {
    layers = List.copyOf(layers);
  }

  /**
   * Reads the hidden states that the unsteered model has at the last token of texts, and tells the
   * two kinds apart.
   *
   * @param name what the probe is called
   * @param open token ids of texts at which the gate is to open
   * @param shut those of texts at which it is to stay shut
   * @throws FaultException when there are too few, one is too long, or nothing tells them apart
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static MadeProbe of(
      String name,
      ModelInfo info,
      PooledOutputs model,
      List<int[]> open,
      List<int[]> shut,
      Progress progress,
      Cancellation cancellation) {
    ProbeSearch.requireEnough(open.size(), shut.size());
    List<int[]> texts = new ArrayList<>(open);
    texts.addAll(shut);
    List<List<float[]>> states = lastStates(info, model, texts, progress, cancellation);
    List<ProbeSearch.Found> found = new ArrayList<>();
    TreeMap<Integer, float[]> directions = new TreeMap<>();
    for (int layer = 0; layer < states.size(); layer++) {
      List<float[]> all = states.get(layer);
      ProbeSearch.Found here =
          ProbeSearch.at(layer, all.subList(0, open.size()), all.subList(open.size(), all.size()));
      found.add(here);
      directions.put(layer, here.direction());
    }
    ProbeSearch.Found best = ProbeSearch.best(found);
    return new MadeProbe(
        new SteeringVector(
            name,
            info.hiddenSize(),
            directions,
            VectorMetadata.EMPTY
                .with(VectorMetadata.MODEL_ID, info.name())
                .with(VectorMetadata.MODEL_FINGERPRINT, info.fingerprint())
                .with(VectorMetadata.RECOMMENDED_LAYER, best.layer())
                .with(VectorMetadata.METHOD, "probe: mean difference of texts, last token")),
        found,
        best);
  }

  private static List<List<float[]>> lastStates(
      ModelInfo info,
      PooledOutputs model,
      List<int[]> texts,
      Progress progress,
      Cancellation cancellation) {
    List<List<float[]>> layers = new ArrayList<>();
    for (int layer = 0; layer < info.layers(); layer++) {
      layers.add(new ArrayList<>());
    }
    for (int from = 0; from < texts.size(); ) {
      cancellation.check();
      progress.update(
          Texts.of("Reading text %d of %d", from + 1, texts.size()), (double) from / texts.size());
      int to = from;
      int longest = 0;
      do {
        longest = Math.max(longest, texts.get(to).length);
        to++;
      } while (to < texts.size()
          && Math.max(longest, texts.get(to).length) * (to - from + 1) <= POSITIONS);
      if (longest > info.maxPositions()) {
        throw new FaultException(
            Texts.of(
                "A text of %d tokens is longer than the %d that the model can read.",
                longest, info.maxPositions()));
      }
      List<int[]> pass = texts.subList(from, to);
      float[][][] states = model.read(pass, pass.stream().map(MadeProbe::lastOnly).toList());
      for (int layer = 0; layer < states.length; layer++) {
        layers.get(layer).addAll(List.of(states[layer]));
      }
      from = to;
    }
    return layers;
  }

  private static float[] lastOnly(int[] text) {
    float[] weights = new float[text.length];
    weights[text.length - 1] = 1;
    return weights;
  }
}
