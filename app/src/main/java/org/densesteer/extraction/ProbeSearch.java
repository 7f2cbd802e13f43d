package org.densesteer.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.steering.VectorMath;

/**
 * Finds a direction and a bound that tell prompts of one kind from others by cosine. Prompts at
 * even places (0, 2, …) make both; those at odd places are held out and judge them.
 */
public final class ProbeSearch {

  /** Fewest prompts of each kind: two to find the probe with, and two to judge it by. */
  static final int FEWEST = 4;

  private ProbeSearch() {}

  /**
   * What was found at a layer.
   *
   * @param layer 0-based decoder block
   * @param direction mean hidden state of prompts that open the gate less that of the others
   * @param bound the gate is open above it
   * @param fitted balanced accuracy, the mean of both kinds' shares, on the prompts that made it
   * @param heldOut the same on those that were held out
   * @param gap between the bound's neighbouring cosines
   */
  public record Found(
      int layer, float[] direction, double bound, double fitted, double heldOut, double gap) {}

  /**
   * The best layer on the prompts that made the probes: the largest balanced accuracy, and of equal
   * ones the widest gap.
   */
  public static Found best(List<Found> layers) {
    return layers.stream()
        .max(Comparator.comparingDouble(Found::fitted).thenComparingDouble(Found::gap))
        .orElseThrow();
  }

  /**
   * A probe at one layer.
   *
   * @param open hidden states of prompts at which the gate is to open
   * @param shut those of the others
   * @throws FaultException when there are too few, or the two kinds have one mean
   */
  public static Found at(int layer, List<float[]> open, List<float[]> shut) {
    requireEnough(open.size(), shut.size());
    float[] direction = difference(half(open, 0), half(shut, 0));
    double[] on = cosines(half(open, 0), direction);
    double[] off = cosines(half(shut, 0), direction);
    double[] all = Stream.of(on, off).flatMapToDouble(Arrays::stream).sorted().toArray();
    double bound = 0;
    double accuracy = -1;
    double gap = 0;
    for (int i = 0; i + 1 < all.length; i++) {
      double candidate = Math.round(5e4 * (all[i] + all[i + 1])) / 1e5;
      double own = balanced(on, off, candidate);
      double width = all[i + 1] - all[i];
      if (own > accuracy || own == accuracy && width > gap) {
        accuracy = own;
        bound = candidate;
        gap = width;
      }
    }
    double heldOut =
        balanced(cosines(half(open, 1), direction), cosines(half(shut, 1), direction), bound);
    return new Found(layer, direction, bound, accuracy, heldOut, gap);
  }

  /** Refuses too few texts of a kind. */
  static void requireEnough(int open, int shut) {
    if (open < FEWEST || shut < FEWEST) {
      throw new FaultException(
          Texts.of(
              "A probe needs at least %d texts of each kind, not %d and %d.", FEWEST, open, shut));
    }
  }

  private static <T> List<T> half(List<T> all, int first) {
    List<T> half = new ArrayList<>();
    for (int i = first; i < all.size(); i += 2) {
      half.add(all.get(i));
    }
    return half;
  }

  private static float[] difference(List<float[]> open, List<float[]> shut) {
    float[] difference = new float[open.get(0).length];
    for (int i = 0; i < difference.length; i++) {
      int at = i;
      difference[i] =
          (float)
              (open.stream().mapToDouble(h -> h[at]).average().orElseThrow()
                  - shut.stream().mapToDouble(h -> h[at]).average().orElseThrow());
    }
    if (IntStream.range(0, difference.length).allMatch(i -> difference[i] == 0)) {
      throw new FaultException(
          "Both kinds of prompts have the same mean: nothing tells them apart.");
    }
    return difference;
  }

  private static double[] cosines(List<float[]> states, float[] direction) {
    return states.stream().mapToDouble(h -> VectorMath.cosine(h, direction)).toArray();
  }

  /** Mean of the share of {@code on} above a bound and that of {@code off} at or below it. */
  static double balanced(double[] on, double[] off, double bound) {
    double open = Arrays.stream(on).filter(c -> c > bound).count();
    double shut = Arrays.stream(off).filter(c -> c <= bound).count();
    return (open / on.length + shut / off.length) / 2;
  }
}
