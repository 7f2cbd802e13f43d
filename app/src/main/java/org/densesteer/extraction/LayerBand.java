package org.densesteer.extraction;

import java.util.List;
import java.util.Optional;

/**
 * Neighbouring layers to begin a search with: the layer whose held-out pairs agree best (largest
 * mean cosine), and its neighbours for as long as they agree nearly as well and point nearly the
 * same way. It says where the pairs define a direction, not where steering helps: only a sweep says
 * that.
 *
 * @param first 0-based decoder block
 * @param best the layer with the best agreement
 * @param last 0-based decoder block, included
 */
public record LayerBand(int first, int best, int last) {

  /** Least agreement of a layer in the band, as a share of the best layer's. */
  static final double LEAST_AGREEMENT = 0.9;

  /** Least cosine between the directions of two neighbours in the band. */
  static final double LEAST_COSINE = 0.5;

  /** The band; empty when the pairs agree at no layer, or cannot be validated. */
  public static Optional<LayerBand> of(List<LayerReport> layers) {
    int best = 0;
    for (int i = 1; i < layers.size(); i++) {
      if (cosine(layers, i) > cosine(layers, best)) {
        best = i;
      }
    }
    if (!(cosine(layers, best) > 0)) {
      return Optional.empty();
    }
    double least = LEAST_AGREEMENT * cosine(layers, best);
    int first = best;
    while (first > 0
        && cosine(layers, first - 1) >= least
        && layers.get(first).cosineToPrevious() >= LEAST_COSINE) {
      first--;
    }
    int last = best;
    while (last < layers.size() - 1
        && cosine(layers, last + 1) >= least
        && layers.get(last).cosineToNext() >= LEAST_COSINE) {
      last++;
    }
    return Optional.of(
        new LayerBand(
            layers.get(first).layer(), layers.get(best).layer(), layers.get(last).layer()));
  }

  private static double cosine(List<LayerReport> layers, int index) {
    return layers.get(index).agreement().cosine();
  }

  /** Whether a 0-based decoder block lies in the band. */
  public boolean contains(int layer) {
    return layer >= first && layer <= last;
  }
}
