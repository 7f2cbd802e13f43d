package org.densesteer.model.decoder;

import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.List;
import org.densesteer.model.torch.TorchProgram;
import org.densesteer.model.torch.Values;
import org.jspecify.annotations.Nullable;

/** Reads prompts into caches, piece by piece. */
final class PromptReader {

  /**
   * Positions of a piece: enough for the products to be at their fastest, few enough for what a
   * block computes in between to stay small.
   */
  static final int PIECE = 512;

  private final TorchProgram program;
  private final BlockPasses passes;
  private final int hiddenSize;

  PromptReader(TorchProgram program, BlockPasses passes, int hiddenSize) {
    this.program = program;
    this.passes = passes;
    this.hiddenSize = hiddenSize;
  }

  /**
   * Reads a prompt unsteered.
   *
   * @param cache of one row, as long as the prompt; closed when the reading fails
   * @param kept which blocks' outputs are kept
   */
  PromptStates read(int[] ids, KvCache cache, KeptBlocks kept, PromptWatch watch) {
    IValue outputs = newOutputs(ids.length, cache, kept);
    IValue last = null;
    try (Sites none = new Sites(program.manager(), List.of(), hiddenSize)) {
      BlockPasses.Gathered gathered =
          new BlockPasses.Gathered(outputs, List.of(), BlockPasses.Gathered.ALL);
      for (int at = 0; at < ids.length; at += PIECE) {
        int begin = at;
        close(last);
        last = null;
        last =
            passes
                .pass(
                    embedded(ids, at),
                    -1,
                    new BlockPasses.Place(cache, 0, 0, at),
                    none,
                    gathered,
                    () -> watch.read(begin, ids.length))
                .hidden();
      }
      watch.read(ids.length, ids.length);
      return new PromptStates(
          ids.clone(), cache, kept, outputs, lastLogits(last), norms(outputs, ids.length));
    } catch (RuntimeException e) {
      cache.close();
      outputs.close();
      throw e;
    } finally {
      close(last);
    }
  }

  private IValue newOutputs(int positions, KvCache cache, KeptBlocks kept) {
    try {
      return program.call("newOutputs").integer(positions).integer(kept.every()).run();
    } catch (RuntimeException e) {
      cache.close();
      throw e;
    }
  }

  /**
   * Reads a prompt steered into a row.
   *
   * @param below the block from whose outputs on it is computed; keys and values up to it are there
   * @param at position in the cache where the prompt begins
   */
  StepResult readSteered(
      PromptStates prompt,
      int below,
      Sites sites,
      KvCache cache,
      int row,
      int at,
      PromptWatch watch) {
    int length = prompt.length();
    IValue last = null;
    try {
      float[][] reports = {};
      for (int from = 0; from < length; from += PIECE) {
        int begin = from;
        close(last);
        last = null;
        BlockPasses.Passed passed =
            passes.pass(
                outputs(prompt, below, begin),
                below,
                new BlockPasses.Place(cache, row, at, at + begin),
                sites,
                BlockPasses.Gathered.end(begin + PIECE >= length),
                () -> watch.read(begin, length));
        last = passed.hidden();
        reports = passed.reports();
      }
      watch.read(length, length);
      return new StepResult(lastLogits(last), SiteReport.of(reports, sites, 1));
    } finally {
      close(last);
    }
  }

  private BlockPasses.Input embedded(int[] ids, int begin) {
    int[] piece = Arrays.copyOfRange(ids, begin, Math.min(begin + PIECE, ids.length));
    return passes.embed(piece, 1);
  }

  /** What a block gave for the piece of a prompt that begins there. */
  BlockPasses.Input outputs(PromptStates prompt, int block, int begin) {
    if (block < 0) {
      return embedded(prompt.tokenIds(), begin);
    }
    int end = Math.min(begin + PIECE, prompt.length());
    return new BlockPasses.Input(
        program
            .call("output")
            .value(prompt.outputs())
            .integer(block)
            .integer(begin)
            .integer(end)
            .run(),
        end - begin);
  }

  Logits lastLogits(@Nullable IValue hidden) {
    if (hidden == null) {
      throw new IllegalArgumentException("a prompt has at least one token");
    }
    return Logits.of(program.call("lastLogits").value(hidden).run(), program.manager());
  }

  /** Mean norm over all positions of every block's output. */
  private double[] norms(IValue outputs, int positions) {
    float[] sums = Values.floats(program.call("norms").value(outputs).run(), program.manager());
    double[] means = new double[sums.length];
    Arrays.setAll(means, block -> (double) sums[block] / positions);
    return means;
  }

  private static void close(@Nullable IValue value) {
    if (value != null) {
      value.close();
    }
  }
}
