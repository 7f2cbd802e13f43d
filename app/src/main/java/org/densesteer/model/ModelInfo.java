package org.densesteer.model;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.model.checkpoint.GenerationDefaults;

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
 * @param fingerprint SHA-256 over names, types, shapes and sampled contents of the weights, 16
 *     hexadecimal digits
 * @param maxPositions longest sequence that the configuration allows
 * @param generation how its makers want it to answer
 * @param notes complete sentences about what the checkpoint holds and is not used, and about what
 *     this processor lacks
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
    int maxPositions,
    GenerationDefaults generation,
    List<String> notes) {}
