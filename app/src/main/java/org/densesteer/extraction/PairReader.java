package org.densesteer.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.model.ModelInfo;
import org.densesteer.model.Tokenizer;

/**
 * Runs a model over contrastive pairs. Both answers follow the same prompt, and no end-of-turn
 * token follows them.
 */
public final class PairReader {

  private final PooledOutputs model;
  private final Function<String, int[]> encode;
  private final Function<String, int[]> prompt;
  private final String modelKey;
  private final DifferenceStore store;

  /**
   * Reads through a loaded model and keeps nothing.
   *
   * @param prompt the ids of the whole prompt for a question, chat turns included
   */
  public PairReader(PooledOutputs model, Tokenizer tokenizer, Function<String, int[]> prompt) {
    this(model, tokenizer::encode, prompt, "", DifferenceStore.NONE);
  }

  private PairReader(
      PooledOutputs model,
      Function<String, int[]> encode,
      Function<String, int[]> prompt,
      String modelKey,
      DifferenceStore store) {
    this.model = model;
    this.encode = encode;
    this.prompt = prompt;
    this.modelKey = modelKey;
    this.store = store;
  }

  /**
   * Reads through a loaded model what the store does not have yet.
   *
   * @param template the user turn that a question is put into
   * @param frame what the prompt has around it
   */
  public static PairReader of(
      ExtractionModel model, QuestionTemplate template, ChatFrame frame, DifferenceStore store) {
    ModelInfo info = model.info();
    return new PairReader(
        model,
        model::encode,
        question -> model.prompt(frame, template.fill(question)),
        info.fingerprint() + " " + info.precision(),
        store);
  }

  /**
   * Reads the hidden states of all pairs, as many at a time as fit a batch. What was read before a
   * failure or a cancellation is in the store.
   *
   * @throws FaultException when there is no pair, or a text is too long for the model
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public PairDifferences read(
      List<ContrastivePair> pairs, Reading reading, Progress progress, Cancellation cancellation) {
    if (pairs.isEmpty()) {
      throw new FaultException("There is no contrastive pair to extract a vector from.");
    }
    List<PairTexts> texts =
        pairs.stream().map(p -> PairTexts.of(p, reading, encode, prompt, modelKey)).toList();
    float[][][] byPair = new float[pairs.size()][][];
    for (int i = 0; i < byPair.length; i++) {
      Optional<float[][]> known = store.find(texts.get(i).key());
      if (known.isPresent()) {
        byPair[i] = known.get();
      }
    }
    int[] missing = IntStream.range(0, byPair.length).filter(i -> byPair[i] == null).toArray();
    int done = byPair.length - missing.length;
    for (List<Integer> batch : PairBatches.of(texts, missing)) {
      cancellation.check();
      progress.update(
          Texts.of("Reading pair %d of %d", done + batch.size(), byPair.length),
          done / (double) byPair.length);
      readBatch(texts, batch, byPair);
      done += batch.size();
    }
    progress.update("Read " + pairs.size() + " pairs", 1);
    return new PairDifferences(reading, byLayer(byPair));
  }

  private void readBatch(List<PairTexts> texts, List<Integer> batch, float[][][] byPair) {
    List<PairTexts> chosen = batch.stream().map(texts::get).toList();
    float[][][] states =
        pooled(
            chosen.stream().flatMap(t -> t.ids().stream()).toList(),
            chosen.stream().flatMap(t -> t.weights().stream()).toList());
    for (int i = 0; i < batch.size(); i++) {
      float[][] dense = states[2 * i];
      float[][] sparse = states[2 * i + 1];
      float[][] difference = new float[dense.length][];
      for (int layer = 0; layer < dense.length; layer++) {
        difference[layer] = minus(dense[layer], sparse[layer]);
      }
      byPair[batch.get(i)] = difference;
      store.keep(chosen.get(i).key(), difference);
    }
  }

  /** {@code [texts][layers][hidden]}, in as many passes as the bound on positions asks for. */
  private float[][][] pooled(List<int[]> texts, List<float[]> weights) {
    float[][][] byText = new float[texts.size()][][];
    for (List<Integer> pass : PairBatches.passes(texts)) {
      float[][][] states =
          model.read(
              pass.stream().map(texts::get).toList(), pass.stream().map(weights::get).toList());
      for (int i = 0; i < pass.size(); i++) {
        float[][] text = new float[states.length][];
        for (int layer = 0; layer < states.length; layer++) {
          text[layer] = states[layer][i];
        }
        byText[pass.get(i)] = text;
      }
    }
    return byText;
  }

  private static float[][][] byLayer(float[][][] byPair) {
    float[][][] byLayer = new float[byPair[0].length][byPair.length][];
    for (int layer = 0; layer < byLayer.length; layer++) {
      for (int i = 0; i < byPair.length; i++) {
        byLayer[layer][i] = byPair[i][layer];
      }
    }
    return byLayer;
  }

  private static float[] minus(float[] left, float[] right) {
    float[] difference = Arrays.copyOf(left, left.length);
    for (int i = 0; i < left.length; i++) {
      difference[i] -= right[i];
    }
    return difference;
  }
}
