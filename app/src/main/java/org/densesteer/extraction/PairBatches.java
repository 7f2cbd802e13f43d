package org.densesteer.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which texts share a pass. Pairs of like length do, since every text of a pass is padded to its
 * longest, and a pass has a bounded number of positions, since the products of a block grow with
 * them while larger passes are no faster, and since nobody wants to wait long for Cancel.
 */
final class PairBatches {

  /** Most positions of one pass, padding included; a single text may have more. */
  private static final int MOST_POSITIONS = 2048;

  private PairBatches() {}

  /** The wanted indices into {@code texts} as batches, longest pairs first. */
  static List<List<Integer>> of(List<PairTexts> texts, int[] wanted) {
    List<Integer> byLength =
        Arrays.stream(wanted)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -texts.get(i).longest()))
            .toList();
    List<List<Integer>> batches = new ArrayList<>();
    int room = 0;
    for (int index : byLength) {
      if (batches.isEmpty() || batches.get(batches.size() - 1).size() >= room) {
        batches.add(new ArrayList<>());
        room = Math.max(1, MOST_POSITIONS / (2 * texts.get(index).longest()));
      }
      batches.get(batches.size() - 1).add(index);
    }
    return batches;
  }

  /** How many of a batch's texts go into one pass: all, or fewer where a single pair is long. */
  static int textsPerPass(List<int[]> texts) {
    int longest = texts.stream().mapToInt(ids -> ids.length).max().orElse(1);
    return Math.max(1, Math.min(texts.size(), MOST_POSITIONS / longest));
  }
}
