package org.densesteer.notebook;

import org.densesteer.model.ModelInfo;

/**
 * The model of a run.
 *
 * @param id name of the checkpoint folder or of its repository; {@code sample-model} for the
 *     embedded one
 * @param source what {@code --model} is given: a folder, or {@code sample}
 * @param fingerprint of its weights, see {@link ModelInfo}
 * @param precision arithmetic in use, such as {@code float32}
 * @param layers number of decoder blocks
 * @param hiddenSize width of the hidden states
 * @param maxPositions longest sequence that its configuration allows
 */
public record RunModel(
    String id,
    String source,
    String fingerprint,
    String precision,
    int layers,
    int hiddenSize,
    int maxPositions) {

  /** A loaded model. */
  public static RunModel of(ModelInfo info, String source) {
    return new RunModel(
        info.name(),
        source,
        info.fingerprint(),
        info.precision(),
        info.layers(),
        info.hiddenSize(),
        info.maxPositions());
  }
}
