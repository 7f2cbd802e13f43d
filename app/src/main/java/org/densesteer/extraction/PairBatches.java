package org.densesteer.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which texts share a pass. Pairs of like length do, since every text of a pass is padded to its
 * longest, and a pass has a bounded number of positions, since the products of a block grow with
 * them while larger passes are no faster, and since nobody wants to wait long for Cancel.
 */
final class PairBatches {

  /** Most positions of one pass, padding included; a single text may have more. */
  private static final int MOST_POSITIONS = 2048;

  /** A pass of this many positions already uses the processor fully. */
  private static final int WORTHWHILE_POSITIONS = 384;

  /** Texts of a pass may be shorter than its longest by so much before they move on. */
  private static final double LIKE_LENGTH = 0.85;

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

  /**
   * Indices into a batch's texts as passes. Longest first; a text much shorter than the longest of
   * a pass that is already worth its while begins the next one, since padding is computed too.
   */
  static List<List<Integer>> passes(List<int[]> texts) {
    List<Integer> byLength =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -texts.get(i).length))
            .toList();
    List<List<Integer>> passes = new ArrayList<>();
    List<Integer> pass = new ArrayList<>();
    for (int index : byLength) {
      int longest = pass.isEmpty() ? 0 : texts.get(pass.get(0)).length;
      boolean full = (pass.size() + 1) * longest > MOST_POSITIONS;
      boolean shorter = texts.get(index).length < LIKE_LENGTH * longest;
      if (!pass.isEmpty() && (full || shorter && pass.size() * longest >= WORTHWHILE_POSITIONS)) {
        passes.add(pass);
        pass = new ArrayList<>();
      }
      pass.add(index);
    }
    passes.add(pass);
    return passes;
  }
}
