package org.densesteer.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.model.Tokenizer;

/**
 * Runs a model over contrastive pairs. Both answers follow the same prompt, and no end-of-turn
 * token follows them.
 */
public final class PairReader {

  private static final int PAIRS_AT_ONCE = 4;

  private final PooledOutputs model;
  private final Tokenizer tokenizer;
  private final Function<String, int[]> prompt;

  /**
   * Reads through a loaded model.
   *
   * @param prompt the ids of the whole prompt for a question, chat turns included
   */
  public PairReader(PooledOutputs model, Tokenizer tokenizer, Function<String, int[]> prompt) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.prompt = prompt;
  }

  /**
   * Reads the hidden states of all pairs, a few at a time.
   *
   * @throws FaultException when there is no pair, or a text is too long for the model
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public PairDifferences read(
      List<ContrastivePair> pairs, Reading reading, Progress progress, Cancellation cancellation) {
    if (pairs.isEmpty()) {
      throw new FaultException("There is no contrastive pair to extract a vector from.");
    }
    float[][][] differences = new float[0][][];
    for (int from = 0; from < pairs.size(); from += PAIRS_AT_ONCE) {
      cancellation.check();
      int to = Math.min(from + PAIRS_AT_ONCE, pairs.size());
      progress.update(
          "Reading pair %d of %d".formatted(to, pairs.size()), from / (double) pairs.size());
      float[][][] states = states(pairs.subList(from, to), reading);
      if (from == 0) {
        differences = new float[states.length][pairs.size()][];
      }
      for (int layer = 0; layer < states.length; layer++) {
        for (int i = from; i < to; i++) {
          float[][] both = states[layer];
          differences[layer][i] = minus(both[2 * (i - from)], both[2 * (i - from) + 1]);
        }
      }
    }
    progress.update("Read " + pairs.size() + " pairs", 1);
    return new PairDifferences(reading, differences);
  }

  /** {@code [layers][texts][hidden]}, where each pair gives its dense and then its sparse text. */
  private float[][][] states(List<ContrastivePair> pairs, Reading reading) {
    List<int[]> texts = new ArrayList<>();
    List<float[]> weights = new ArrayList<>();
    for (ContrastivePair pair : pairs) {
      int[] start = prompt.apply(pair.question());
      for (String answer : List.of(pair.dense(), pair.sparse())) {
        int[] ids = tokenizer.encode(answer);
        int[] text = Arrays.copyOf(start, start.length + ids.length);
        System.arraycopy(ids, 0, text, start.length, ids.length);
        texts.add(text);
        weights.add(reading.weights(start.length, answer, ids.length, tokenizer));
      }
    }
    return model.read(texts, weights);
  }

  private static float[] minus(float[] left, float[] right) {
    float[] difference = new float[left.length];
    for (int i = 0; i < left.length; i++) {
      difference[i] = left[i] - right[i];
    }
    return difference;
  }
}
