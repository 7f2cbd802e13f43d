package org.densesteer.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A pair as the model reads it: first the dense text, then the sparse one.
 *
 * @param key everything that the pair's difference depends on
 * @param ids token ids of prompt and answer, for both answers
 * @param weights weight of every position, for both answers
 */
record PairTexts(DifferenceStore.Key key, List<int[]> ids, List<float[]> weights) {

  static PairTexts of(
      ContrastivePair pair,
      Reading reading,
      Function<String, int[]> encode,
      Function<String, int[]> prompt,
      String modelKey) {
    int[] start = prompt.apply(pair.question());
    int[] dense = encode.apply(pair.dense());
    int[] sparse = encode.apply(pair.sparse());
    return new PairTexts(
        new DifferenceStore.Key(
            modelKey, reading, Arrays.stream(start).boxed().toList(), pair.sparse(), pair.dense()),
        List.of(joined(start, dense), joined(start, sparse)),
        List.of(
            weights(reading, start, pair.dense(), dense, encode),
            weights(reading, start, pair.sparse(), sparse, encode)));
  }

  /** Tokens of the longer text. */
  int longest() {
    return Math.max(ids.get(0).length, ids.get(1).length);
  }

  private static int[] joined(int[] start, int[] answer) {
    return IntStream.concat(Arrays.stream(start), Arrays.stream(answer)).toArray();
  }

  private static float[] weights(
      Reading reading, int[] start, String answer, int[] ids, Function<String, int[]> encode) {
    return reading.weights(start.length, answer, ids.length, text -> encode.apply(text).length);
  }
}
