package org.densesteer.extraction;

import java.util.List;

/** Reads hidden states; a loaded model does this in one pass over all layers. */
@FunctionalInterface
public interface PooledOutputs {

  /**
   * Weighted sums over positions of every block's output.
   *
   * @param texts token ids of each text
   * @param weights for every text a weight for each of its positions
   * @return {@code [layers][texts][hidden]}
   */
  float[][][] read(List<int[]> texts, List<float[]> weights);
}
