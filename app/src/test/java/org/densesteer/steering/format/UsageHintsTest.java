package org.densesteer.steering.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;

class UsageHintsTest {

  private static final Path FOLDER = Path.of("").toAbsolutePath();

  private final SteeringVector vector =
      Vectors.random(4, 1, 2, 3)
          .with(
              VectorMetadata.EMPTY
                  .with(VectorMetadata.MODEL_ID, "Qwen/Qwen2.5-1.5B-Instruct")
                  .with(VectorMetadata.RECOMMENDED_LAYER, 2)
                  .with(VectorMetadata.RECOMMENDED_STRENGTH, "-2.50"));

  private static UsageHint hint(
      String tool, String file, VectorFormat format, SteeringVector vector, int offset) {
    return UsageHints.of(FOLDER.resolve(file), format, vector, offset).stream()
        .filter(hint -> hint.tool().contains(tool))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void llamaCppScalesByAKeptStrength() {
    assertEquals(
        "llama-cli -m MODEL.gguf --control-vector-scaled %s:-2.5 --control-vector-layer-range 2 2"
            .formatted(FOLDER.resolve("a.gguf")),
        hint("llama", "a.gguf", VectorFormats.GGUF, vector, 0).text());
  }

  @Test
  void llamaCppTakesABakedVectorAsItIs() {
    SteeringVector baked =
        ExportPreparation.prepare(vector, ExportOptions.of(VectorFormats.GGUF).baking(-2.5));
    assertEquals(
        "llama-cli -m MODEL.gguf --control-vector %s --control-vector-layer-range 3 3"
            .formatted(FOLDER.resolve("a.gguf")),
        hint("llama", "a.gguf", VectorFormats.GGUF, baked, 1).text());
  }

  @Test
  void llamaCppNeverSeesAPathThatItTakesApart() {
    UsageHint hint = hint("llama", "x,y/my file.gguf", VectorFormats.GGUF, vector, 0);
    assertTrue(hint.text().contains(" 'my file.gguf:-2.5' "), hint.text());
    assertTrue(hint.note().contains("in the file's folder"), hint.note());
  }

  @Test
  void theEvaluatorGetsItsArguments() {
    assertEquals(
        "lm_eval --model steer_hf --model_args pretrained=Qwen/Qwen2.5-1.5B-Instruct,"
            + "steer_vec_path="
            + FOLDER.resolve("a.pt")
            + ",steer_layer=2,steer_lambda=-2.5 --tasks gsm8k_cot_zeroshot --apply_chat_template",
        hint("evaluator", "a.pt", VectorFormats.PYTORCH, vector, 0).text());
  }

  @Test
  void pythonReadsEveryFormatButGguf() {
    for (VectorFormat format : VectorFormats.all()) {
      UsageHint hint = hint("Hugging", "a\"b", format, vector, 0);
      assertEquals(!format.equals(VectorFormats.GGUF), hint.usable());
      if (hint.usable()) {
        assertTrue(hint.text().contains("a\\\"b\""), hint.text());
        assertTrue(hint.text().contains("SteeringVector({2: direction"), hint.text());
        assertTrue(hint.text().contains("multiplier=-2.5"), hint.text());
      }
    }
  }

  @Test
  void toolsThatCannotReadTheFormatSayWhichTheyRead() {
    for (UsageHint hint :
        List.of(
            hint("llama", "a.pt", VectorFormats.PYTORCH, vector, 0),
            hint("evaluator", "a.gguf", VectorFormats.GGUF, vector, 0))) {
      assertFalse(hint.usable());
      assertTrue(hint.note().contains("export the vector as"), hint.note());
    }
  }

  @Test
  void anUnknownLayerIsLeftToThePerson() {
    SteeringVector bare = vector.with(VectorMetadata.EMPTY);
    UsageHint hint = hint("Workbench", "a b.json", VectorFormats.JSON, bare, 0);
    assertEquals(
        "densesteer generate --model MODEL --chat \"…\" --vector '%s' --layer LAYER --strength 1"
            .formatted(FOLDER.resolve("a b.json")),
        hint.text());
    assertTrue(hint.note().contains("fill in"), hint.note());
  }
}
