package org.densesteer.model.decoder;

import org.densesteer.model.checkpoint.ModelConfig;

/**
 * Which blocks' outputs of a prompt are kept, so that it is read steered from there on: those of
 * all blocks where they are small, and of every so-manieth where they are not. The embeddings are
 * there without being kept.
 *
 * @param every how many blocks lie from one that is kept to the next
 */
record KeptBlocks(int every) {

  /** What the outputs of one prompt may take. */
  private static final long MOST_BYTES = 128L << 20;

  /**
   * Those of a prompt of so many positions.
   *
   * @param width bytes of a value
   */
  static KeptBlocks of(int positions, ModelConfig config, int width) {
    long all = (long) positions * config.layers() * config.hiddenSize() * width;
    return new KeptBlocks(
        (int) Math.min(config.layers(), Math.max(1, (all + MOST_BYTES - 1) / MOST_BYTES)));
  }

  /** The last block up to {@code block} whose output is kept; -1 for the embeddings. */
  int upTo(int block) {
    return (block + 1) / every * every - 1;
  }
}
