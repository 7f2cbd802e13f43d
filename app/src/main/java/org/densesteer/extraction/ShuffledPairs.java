package org.densesteer.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Controls for a vector: the mean difference that the same pairs give when the labels dense and
 * sparse are exchanged for half of them, chosen by lot. What all pairs have in common cancels out,
 * and what is left is as large as the pairs' differences from each other make it. Of an odd number
 * of pairs one sits out.
 */
public final class ShuffledPairs {

  /** Controls that an extraction gives a vector. */
  public static final int DRAWS = 8;

  private static final int FEWEST_PAIRS = 4;
  private static final long SEED = 0x5_8FF1EDL;

  private ShuffledPairs() {}

  /**
   * The controls, the same for the same pairs in the same order.
   *
   * @param draws how many
   * @return one direction per layer for each draw; none for fewer than four pairs
   */
  public static List<SortedMap<Integer, float[]>> of(PairDifferences differences, int draws) {
    List<SortedMap<Integer, float[]>> controls = new ArrayList<>();
    if (differences.pairs() >= FEWEST_PAIRS) {
      for (int draw = 1; draw <= draws; draw++) {
        controls.add(control(differences, signs(differences.pairs(), draw)));
      }
    }
    return controls;
  }

  /** As many +1 as −1, in an order drawn by lot; 0 for the pair that is left over. */
  static int[] signs(int pairs, int draw) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, pairs).boxed().toList());
    Collections.shuffle(order, new Random(SEED * 31 + draw));
    int[] signs = new int[pairs];
    for (int i = 0; i < pairs / 2; i++) {
      signs[order.get(2 * i)] = 1;
      signs[order.get(2 * i + 1)] = -1;
    }
    return signs;
  }

  private static SortedMap<Integer, float[]> control(PairDifferences differences, int[] signs) {
    SortedMap<Integer, float[]> directions = new TreeMap<>();
    for (int layer = 0; layer < differences.layers(); layer++) {
      double[] sum = new double[differences.hiddenSize()];
      for (int pair = 0; pair < signs.length; pair++) {
        float[] difference = differences.values()[layer][pair];
        for (int i = 0; i < sum.length; i++) {
          sum[i] += signs[pair] * difference[i];
        }
      }
      float[] mean = new float[sum.length];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = (float) (sum[i] / signs.length);
      }
      directions.put(layer, mean);
    }
    return directions;
  }
}
