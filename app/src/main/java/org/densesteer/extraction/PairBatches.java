package org.densesteer.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.densesteer.model.ModelInfo;

/**
 * Which texts share a pass. Pairs of like length do, since every text of a pass is padded to its
 * longest, and a pass has a bounded number of positions, since every block's output for all of them
 * is held at once.
 */
final class PairBatches {

  /** Most positions of one pass, padding included. */
  private static final int MOST_POSITIONS = 2048;

  /** Most bytes that the blocks' outputs of one pass take together. */
  private static final long MOST_BYTES = 1L << 28;

  private PairBatches() {}

  /**
   * Most positions of one pass through a model; a single text may have more.
   *
   * @param model whose blocks' outputs, in float32, are to fit 256 MiB
   */
  static int mostPositions(ModelInfo model) {
    long perPosition = (long) model.layers() * model.hiddenSize() * Float.BYTES;
    return (int) Math.max(1, Math.min(MOST_POSITIONS, MOST_BYTES / perPosition));
  }

  /** The bound for a model whose size is not known. */
  static int mostPositions() {
    return MOST_POSITIONS;
  }

  /** The wanted indices into {@code texts} as batches, longest pairs first. */
  static List<List<Integer>> of(List<PairTexts> texts, int[] wanted, int mostPositions) {
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
        room = Math.max(1, mostPositions / (2 * texts.get(index).longest()));
      }
      batches.get(batches.size() - 1).add(index);
    }
    return batches;
  }

  /** How many of a batch's texts go into one pass: all, or fewer where a single pair is long. */
  static int textsPerPass(List<int[]> texts, int mostPositions) {
    int longest = texts.stream().mapToInt(ids -> ids.length).max().orElse(1);
    return Math.max(1, Math.min(texts.size(), mostPositions / longest));
  }
}
