package org.densesteer.model.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.torch.TorchProgram;
import org.densesteer.model.torch.Values;
import org.jspecify.annotations.Nullable;

/** What a decoder says of texts that are there already: nothing is generated. */
final class WholeTexts {

  /** Texts of no more positions, all rows together, are computed at once. */
  private static final int AT_ONCE = 2048;

  private static final int LEAST_WIDTH = 32;

  private final TorchProgram program;
  private final BlockPasses passes;
  private final BiFunction<Integer, Integer, KvCache> caches;
  private final ModelConfig config;

  /** What is done with the hidden states of a piece of all texts. */
  private interface Job {
    void take(IValue hidden, int begin, int end);
  }

  /**
   * Texts for a program.
   *
   * @param caches makes caches, by rows and positions
   */
  WholeTexts(
      TorchProgram program,
      BlockPasses passes,
      BiFunction<Integer, Integer, KvCache> caches,
      ModelConfig config) {
    this.program = program;
    this.passes = passes;
    this.caches = caches;
    this.config = config;
  }

  /**
   * Hands on the hidden states after the last block, position after position. Long texts are read
   * in pieces, whose keys and values a cache holds meanwhile.
   */
  private void read(PaddedTexts texts, Sites sites, BlockPasses.Gathered gathered, Job job) {
    int most = AT_ONCE / texts.rows();
    boolean whole = texts.width() <= Math.max(LEAST_WIDTH, most);
    int step = whole ? texts.width() : pieces(most);
    try (KvCache cache = whole ? null : caches.apply(texts.rows(), texts.width())) {
      for (int begin = 0; begin < texts.width(); begin += step) {
        int end = Math.min(begin + step, texts.width());
        BlockPasses.Place place = new BlockPasses.Place(cache, 0, 0, begin);
        BlockPasses.Input piece = passes.embed(texts.part(begin, end), texts.rows());
        try (IValue hidden = passes.pass(piece, -1, place, sites, gathered, () -> {}).hidden()) {
          job.take(hidden, begin, end);
        }
      }
    }
  }

  /** Positions of a piece where so many of each row are the most. */
  private static int pieces(int most) {
    return Math.max(LEAST_WIDTH, Math.min(PromptReader.PIECE, most) / LEAST_WIDTH * LEAST_WIDTH);
  }

  /** Logits at every position of one text. */
  Logits logits(PaddedTexts text, Sites sites) {
    List<Logits> parts = new ArrayList<>();
    try {
      read(
          text,
          sites,
          BlockPasses.Gathered.NOTHING,
          (hidden, begin, end) ->
              parts.add(Logits.of(program.call("allLogits").value(hidden).run(), manager())));
      return Logits.stack(parts);
    } finally {
      parts.forEach(Logits::close);
    }
  }

  /** −ln p in nats of every token of each text but its first. */
  List<double[]> nll(List<int[]> texts, PaddedTexts padded, Sites sites) {
    List<double[]> out = texts.stream().map(text -> new double[text.length - 1]).toList();
    read(
        padded,
        sites,
        BlockPasses.Gathered.NOTHING,
        (hidden, begin, end) -> {
          int[] targets = padded.part(begin + 1, end + 1);
          float[] values =
              Values.floats(program.call("nll").value(hidden).integers(targets).run(), manager());
          for (int text = 0; text < out.size(); text++) {
            double[] nll = out.get(text);
            for (int at = begin; at < Math.min(end, nll.length); at++) {
              nll[at] = values[text * (end - begin) + at - begin];
            }
          }
        });
    return out;
  }

  /**
   * Cosines of one text's hidden states behind every block with a direction of its own, {@code
   * [layers][positions]}; a layer without a direction has NaN. No more than one block's output is
   * held.
   *
   * @param between called with the number of blocks done; what it throws ends the reading
   */
  float[][] cosines(
      PaddedTexts text, Sites sites, @Nullable float[][] directions, IntConsumer between) {
    float[][] out = new float[config.layers()][text.width()];
    int step = text.width() <= AT_ONCE ? text.width() : pieces(AT_ONCE);
    try (NDManager scope = manager().newSubManager();
        KvCache cache = step == text.width() ? null : caches.apply(1, text.width())) {
      for (int begin = 0, done = 0; begin < text.width(); begin += step) {
        int end = Math.min(begin + step, text.width());
        BlockPasses.Place place = new BlockPasses.Place(cache, 0, 0, begin);
        IValue now = passes.embed(text.part(begin, end), 1).hidden();
        try {
          for (int block = 0; block < config.layers(); block++) {
            IValue next = passes.one(now, block, place, sites);
            now.close();
            now = next;
            float[] direction = directions[block];
            float[] row = new float[end - begin];
            Arrays.fill(row, Float.NaN);
            if (direction != null) {
              try (NDArray vector = scope.create(direction)) {
                row =
                    Values.floats(
                        program.call("cosines").value(now).tensor(vector).run(), manager());
              }
            }
            System.arraycopy(row, 0, out[block], begin, end - begin);
            between.accept(++done);
          }
        } finally {
          now.close();
        }
      }
    }
    return out;
  }

  /** Weighted sums over positions of every block's output, {@code [layers][texts][hidden]}. */
  float[][][] pooledOutputs(PaddedTexts padded, List<float[]> weights) {
    int rows = padded.rows();
    float[] flat = new float[padded.ids().length];
    for (int text = 0; text < rows; text++) {
      float[] row = weights.get(text);
      System.arraycopy(row, 0, flat, text * padded.width(), row.length);
    }
    try (NDManager scope = manager().newSubManager();
        Sites none = new Sites(manager(), List.of(), config.hiddenSize())) {
      NDArray shares = scope.create(flat, new Shape(rows, padded.width()));
      NDArray sums = scope.zeros(new Shape(config.layers(), rows, config.hiddenSize()));
      read(
          padded,
          none,
          new BlockPasses.Gathered(null, List.of(shares, sums), BlockPasses.Gathered.ALL),
          (hidden, begin, end) -> {});
      return shaped(sums.toFloatArray(), rows);
    }
  }

  /** What {@link #pooledOutputs} says of several texts, from what it says of each alone. */
  static float[][][] joined(List<float[][][]> texts) {
    float[][][] all = new float[texts.get(0).length][texts.size()][];
    for (int text = 0; text < texts.size(); text++) {
      for (int layer = 0; layer < all.length; layer++) {
        all[layer][text] = texts.get(text)[layer][0];
      }
    }
    return all;
  }

  private float[][][] shaped(float[] sums, int rows) {
    int hidden = config.hiddenSize();
    float[][][] out = new float[config.layers()][rows][];
    for (int layer = 0; layer < out.length; layer++) {
      for (int row = 0; row < rows; row++) {
        int from = (layer * rows + row) * hidden;
        out[layer][row] = Arrays.copyOfRange(sums, from, from + hidden);
      }
    }
    return out;
  }

  private PtNDManager manager() {
    return program.manager();
  }
}
