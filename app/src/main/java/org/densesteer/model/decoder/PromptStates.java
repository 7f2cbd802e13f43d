package org.densesteer.model.decoder;

import ai.djl.pytorch.jni.IValue;

/**
 * What the unsteered model made of a prompt: keys and values, blocks' outputs, and the logits after
 * its last token. A steered arm starts from it at the layer where it differs.
 */
public final class PromptStates implements AutoCloseable {

  private final int[] tokenIds;
  private final KvCache cache;
  private final KeptBlocks kept;
  private final IValue outputs;
  private final Logits logits;
  private final double[] hiddenNorms;

  PromptStates(
      int[] tokenIds,
      KvCache cache,
      KeptBlocks kept,
      IValue outputs,
      Logits logits,
      double[] hiddenNorms) {
    this.kept = kept;
    this.tokenIds = tokenIds;
    this.cache = cache;
    this.outputs = outputs;
    this.logits = logits;
    this.hiddenNorms = hiddenNorms;
  }

  /** The prompt. */
  public int[] tokenIds() {
    return tokenIds.clone();
  }

  /** Number of prompt tokens. */
  public int length() {
    return tokenIds.length;
  }

  KvCache cache() {
    return cache;
  }

  /** Which blocks' outputs there are. */
  KeptBlocks kept() {
    return kept;
  }

  /** Block outputs, as the program's {@code newOutputs} makes room for them. */
  IValue outputs() {
    return outputs;
  }

  /** Logits after the last prompt token, one row. */
  public Logits logits() {
    return logits;
  }

  /** Mean ‖h_ℓ‖ over the prompt's positions, for every block. */
  public double[] hiddenNorms() {
    return hiddenNorms.clone();
  }

  @Override
  public void close() {
    cache.close();
    outputs.close();
    logits.close();
  }
}
