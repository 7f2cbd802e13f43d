package org.densesteer.model.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.densesteer.model.checkpoint.ExpectedWeight;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.torch.TorchProgram;
import org.densesteer.model.torch.Values;
import org.jspecify.annotations.Nullable;

/**
 * Takes pieces of texts through the blocks, so many blocks in one call that whoever wants to stop
 * in between does not wait long.
 */
final class BlockPasses {

  /** Multiplications of one call at most, a twentieth of a second on two cores with bfloat16. */
  private static final double MULTIPLICATIONS = 1e10;

  private final TorchProgram program;
  private final int layers;
  private final double blockWeights;
  private final Runnable before;

  /**
   * Passes through a program's blocks.
   *
   * @param before called before each call, of which a long text takes many; what it throws ends the
   *     reading
   */
  BlockPasses(TorchProgram program, ModelConfig config, Runnable before) {
    this.program = program;
    this.before = before;
    layers = config.layers();
    blockWeights =
        ExpectedWeight.ofBlock(config, 0).stream().mapToLong(ExpectedWeight::elements).sum();
  }

  /** Number of blocks. */
  int layers() {
    return layers;
  }

  /**
   * Where a piece lies.
   *
   * @param cache takes its keys and values, and holds those of the text before it; null for a text
   *     that is one piece
   * @param row the row of the cache where the piece's first row goes
   * @param start position in the cache where the text begins
   * @param at position in the cache where the piece begins
   */
  record Place(@Nullable KvCache cache, int row, int start, int at) {

    /** Of a text that is read as a whole and leaves nothing behind. */
    static final Place NOWHERE = new Place(null, 0, 0, 0);
  }

  /**
   * What is gathered of the blocks' outputs on the way.
   *
   * @param kept buffers as the program's {@code newOutputs} makes them, or null
   * @param pooled weights of positions and sums, as {@code read} explains, or empty
   * @param ends how many positions at the end of a piece that goes into a cache go all the way
   *     through the last block, 0 or 1; {@link #ALL}
   */
  record Gathered(@Nullable IValue kept, List<NDArray> pooled, int ends) {

    static final int ALL = -1;

    static final Gathered NOTHING = new Gathered(null, List.of(), ALL);

    /** For somebody who asks for the text's last position alone. */
    static Gathered end(boolean there) {
      return new Gathered(null, List.of(), there ? 1 : 0);
    }
  }

  /**
   * What goes into the blocks.
   *
   * @param hidden hidden states, {@code [rows, positions, hidden]}
   * @param positions of all rows together
   */
  record Input(IValue hidden, int positions) {}

  /**
   * What a piece became.
   *
   * @param hidden hidden states after the last block, the caller's
   * @param reports what each site did at the piece's last position, {@code [2, rows]} one behind
   *     the other
   */
  record Passed(IValue hidden, float[][] reports) {}

  /** Embeddings of some ids, the rows one behind the other. */
  Input embed(int[] ids, int rows) {
    return new Input(program.call("embed").integers(ids).integer(rows).run(), ids.length);
  }

  /**
   * Takes a piece through all blocks that follow.
   *
   * @param input output of block {@code after}, not yet steered; closed
   * @param after -1 for embeddings
   * @param between called between two calls; what it throws ends the reading
   */
  Passed pass(
      Input input, int after, Place place, Sites sites, Gathered gathered, Runnable between) {
    return pass(input, after, layers - 1, place, sites, gathered, between);
  }

  /** The same up to the block {@code end}; nothing but steering where that is {@code after}. */
  Passed pass(
      Input input,
      int after,
      int end,
      Place place,
      Sites sites,
      Gathered gathered,
      Runnable between) {
    List<float[]> reports = new ArrayList<>();
    int blocks = (int) Math.max(1, MULTIPLICATIONS / (input.positions() * blockWeights));
    IValue now = input.hidden();
    try {
      int done = after;
      do {
        int last = Math.min(done + blocks, end);
        IValue[] parts = Values.tuple(call(now, done, last, place, sites, done == after, gathered));
        now.close();
        now = parts[0];
        Collections.addAll(reports, Values.floatLists(parts[1], program.manager()));
        done = last;
        between.run();
      } while (done < end);
      return new Passed(now, reports.toArray(float[][]::new));
    } catch (RuntimeException e) {
      now.close();
      throw e;
    }
  }

  /** Takes a piece through one block; its output, steered, is the caller's, and so is the input. */
  IValue one(IValue hidden, int block, Place place, Sites sites) {
    IValue[] parts =
        Values.tuple(call(hidden, block - 1, block, place, sites, block == 0, Gathered.NOTHING));
    parts[1].close();
    return parts[0];
  }

  private IValue call(
      IValue hidden,
      int after,
      int last,
      Place place,
      Sites sites,
      boolean unsteered,
      Gathered gathered) {
    before.run();
    var call =
        program.call("read").value(hidden).integer(after).integer(last).integer(gathered.ends());
    KvCache cache = place.cache();
    call = cache == null ? call.tensors(List.of()) : call.value(cache.tensors());
    sites
        .addTo(call.integer(place.row()).integer(place.start()).integer(place.at()))
        .flag(unsteered);
    IValue kept = gathered.kept();
    call = kept == null ? call.tensors(List.of()) : call.value(kept);
    return call.tensors(gathered.pooled()).run();
  }
}
