package org.densesteer.extraction;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Neighbouring layers to begin a search with: the longest run of layers at which held-out pairs
 * agree about as well as anywhere, and along which the direction stays nearly the same from block
 * to block, so that it is a feature of the residual stream and not of one block. Of runs of equal
 * length, the one whose held-out pairs agree better. It says where the pairs define a direction,
 * not where steering helps: only a sweep says that.
 *
 * @param first 0-based decoder block
 * @param last 0-based decoder block, included
 */
public record LayerBand(int first, int last) {

  /** How far the share of agreeing pairs may lie below the best layer's. */
  static final double SHARE_BELOW_BEST = 0.05;

  /** Least cosine between two neighbours, as a share of the largest between any. */
  static final double LEAST_STEADINESS = 0.9;

  /** The band; empty when the pairs agree at no layer, or cannot be validated. */
  public static Optional<LayerBand> of(List<LayerReport> layers) {
    double share = Math.max(0.5, largestShare(layers) - SHARE_BELOW_BEST);
    double steady = Math.max(0, LEAST_STEADINESS * largestCosine(layers));
    Optional<LayerBand> longest = Optional.empty();
    int first = 0;
    for (int layer = 0; layer < layers.size(); layer++) {
      LayerReport report = layers.get(layer);
      if (!agrees(report, share)) {
        first = layer + 1;
        continue;
      }
      // Not written as "below", because the cosine is no number at the first layer.
      if (layer > first && !(report.cosineToPrevious() >= steady)) {
        first = layer;
      }
      LayerBand run = new LayerBand(first, layer);
      if (longest.isEmpty() || run.isBetterThan(longest.get(), layers)) {
        longest = Optional.of(run);
      }
    }
    return longest.map(run -> run.named(layers));
  }

  private static boolean agrees(LayerReport report, double share) {
    return report.agreement().share() >= share && report.agreement().cosine() > 0;
  }

  private static double largestShare(List<LayerReport> layers) {
    return layers.stream().mapToDouble(r -> r.agreement().share()).max().orElse(0);
  }

  private static double largestCosine(List<LayerReport> layers) {
    return layers.stream()
        .mapToDouble(LayerReport::cosineToPrevious)
        .filter(cosine -> !Double.isNaN(cosine))
        .max()
        .orElse(0);
  }

  private boolean isBetterThan(LayerBand other, List<LayerReport> layers) {
    return length() == other.length()
        ? heldOut(layers) > other.heldOut(layers)
        : length() > other.length();
  }

  private int length() {
    return last - first + 1;
  }

  private double heldOut(List<LayerReport> layers) {
    return layers.subList(first, last + 1).stream()
        .mapToDouble(report -> report.agreement().cosine())
        .sum();
  }

  /** From places in the list to the layers that stand there. */
  private LayerBand named(List<LayerReport> layers) {
    return new LayerBand(layers.get(first).layer(), layers.get(last).layer());
  }

  /**
   * The one layer to begin with: where held-out pairs agree best.
   *
   * @param layers the reports that the band was found in
   */
  public int best(List<LayerReport> layers) {
    return layers.stream()
        .filter(report -> contains(report.layer()))
        .max(Comparator.comparingDouble(report -> report.agreement().cosine()))
        .map(LayerReport::layer)
        .orElse(first);
  }

  /** Whether a 0-based decoder block lies in the band. */
  public boolean contains(int layer) {
    return layer >= first && layer <= last;
  }
}
