package org.densesteer.model;

import java.nio.file.Path;

/**
 * What is loaded, for people and for files that say what made them.
 *
 * @param name name of the checkpoint folder, or of the embedded model
 * @param folder where it was read from
 * @param family {@code model_type} of its configuration
 * @param layers number of decoder blocks
 * @param hiddenSize width of the hidden states
 * @param vocabularySize number of logits
 * @param parameters number of weights, tied ones once
 * @param fileBytes size of the weight files
 * @param precision arithmetic in use, such as {@code float32}
 * @param precisionReason why, one short sentence
 * @param fingerprint SHA-256 over the configuration and the headers and sampled contents of the
 *     weights, 16 hexadecimal digits
 * @param maxPositions longest sequence that the configuration allows
 */
public record ModelInfo(
    String name,
    Path folder,
    String family,
    int layers,
    int hiddenSize,
    int vocabularySize,
    long parameters,
    long fileBytes,
    String precision,
    String precisionReason,
    String fingerprint,
    int maxPositions) {}
