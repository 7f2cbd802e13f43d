package org.densesteer.steering.format;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.steering.SteeringVector;

/**
 * The exact command or code for a file in llama.cpp, in Hugging Face transformers with the
 * steering-vectors library, in DenseSteer's evaluator, in lm-eval's model “steered”, in EasySteer,
 * and in this program's command line.
 */
public final class UsageHints {

  private UsageHints() {}

  /**
   * Hints for every tool, those included that cannot use this format.
   *
   * @param file the exported file
   * @param vector what is in it, with the layer and strength to use as its recommendation, and all
   *     metadata, whether or not the format keeps it
   */
  public static List<UsageHint> of(
      Path file, VectorFormat format, SteeringVector vector, int ggufLayerOffset) {
    VectorUse use = VectorUse.of(file, format, vector, ggufLayerOffset);
    return List.of(
        LlamaCppHint.of(use),
        HuggingFaceHint.of(use),
        EvaluatorHint.of(use),
        SteeredHint.of(use),
        EasySteerHint.of(use),
        VllmHookHint.of(use),
        LlamaCppHint.ofIk(use),
        OwnCommandHint.of(use));
  }
}
