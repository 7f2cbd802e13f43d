package org.densesteer.model.checkpoint;

import java.nio.file.Path;

/**
 * The shape of a decoder, as its {@code config.json} gives it.
 *
 * @param family {@code model_type}
 * @param hiddenSize width of the residual stream
 * @param layers number of decoder blocks
 * @param heads query heads
 * @param kvHeads key and value heads; {@code heads} is a multiple of it
 * @param headDim width of one head
 * @param intermediateSize inner width of the feed-forward part
 * @param vocabularySize rows of the embedding
 * @param maxPositions longest sequence, the reach of a rescaled rotary embedding included
 * @param normEpsilon ε of the RMS norms
 * @param rope rotary position embedding
 * @param window blocks that do not look back over everything
 * @param tiedHead whether the output head is the embedding
 * @param biases which projections have a bias
 * @param qkNorm whether queries and keys are normalised per head, as in Qwen3
 */
public record ModelConfig(
    String family,
    int hiddenSize,
    int layers,
    int heads,
    int kvHeads,
    int headDim,
    int intermediateSize,
    int vocabularySize,
    int maxPositions,
    double normEpsilon,
    Rope rope,
    SlidingWindow window,
    boolean tiedHead,
    Biases biases,
    boolean qkNorm) {

  /**
   * Reads a {@code config.json}.
   *
   * @throws org.densesteer.common.FaultException when it is broken or of a model that cannot be run
   */
  public static ModelConfig read(Path file) {
    return ConfigReader.read(ConfigValues.read(file));
  }

  /** The same with another answer to whether the output head is the embedding. */
  ModelConfig withTiedHead(boolean tied) {
    return new ModelConfig(
        family,
        hiddenSize,
        layers,
        heads,
        kvHeads,
        headDim,
        intermediateSize,
        vocabularySize,
        maxPositions,
        normEpsilon,
        rope,
        window,
        tied,
        biases,
        qkNorm);
  }

  /** Width of the concatenated queries. */
  public int queryWidth() {
    return heads * headDim;
  }

  /** Width of the concatenated keys, and of the values. */
  public int kvWidth() {
    return kvHeads * headDim;
  }
}
