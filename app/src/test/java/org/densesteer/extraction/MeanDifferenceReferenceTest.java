package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Extraction against what Hugging Face transformers reads from the same pairs. */
class MeanDifferenceReferenceTest {

  private static final float TOLERANCE = 1e-5f;

  @ParameterizedTest
  @ValueSource(strings = {"qwen2-tied", "qwen2-sharded-untied-bf16", "llama3-rope"})
  void agreesAtEveryLayer(String name) throws Exception {
    Reference reference = Reference.open(name);
    List<ContrastivePair> pairs = ReferencePairs.of(reference.expected());
    String example = reference.expected().get("pair_prompt_example").asText();
    String question = pairs.get(0).question();
    try (Tokenizer tokenizer = Tokenizer.open(reference.folder());
        Decoder decoder = open(reference)) {
      PairReader reader =
          new PairReader(
              decoder::pooledOutputs,
              tokenizer,
              asked -> tokenizer.encode(example.replace(question, asked)));
      PairDifferences differences =
          reader.read(pairs, Reading.LAST_TOKEN, Progress.NONE, new Cancellation());

      float[] expected = reference.floats("extracted_mean_difference_last_token");
      int width = differences.hiddenSize();
      assertEquals(expected.length, width * differences.layers());
      MeanDifference.of(differences)
          .forEach(
              (layer, direction) ->
                  assertArrayEquals(
                      Arrays.copyOfRange(expected, layer * width, (layer + 1) * width),
                      direction,
                      TOLERANCE,
                      "layer " + layer));
    }
  }

  private static Decoder open(Reference reference) {
    return Decoder.load(
        Checkpoint.open(reference.folder()), Precision.FLOAT32, Progress.NONE, new Cancellation());
  }
}
