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
  void ikLlamaCppTakesTheStrengthAsAWordOfItsOwn() {
    UsageHint hint = hint("ik_llama", "x:y/a.gguf", VectorFormats.GGUF, vector, 0);
    assertEquals(
        "llama-cli -m MODEL.gguf --control-vector-scaled %s -2.5 --control-vector-layer-range 2 2"
            .formatted(FOLDER.resolve("x:y/a.gguf")),
        hint.text());
    assertFalse(hint.note().contains("in the file's folder"), hint.note());
    assertFalse(hint("ik_llama", "a.pt", VectorFormats.PYTORCH, vector, 0).usable());
  }

  @Test
  void vllmHookGetsAFileAndAConfigurationOfItsOwn() {
    UsageHint hint = hint("vLLM-Hook", "a.pt", VectorFormats.PYTORCH, vector, 0);
    assertTrue(hint.text().contains("weights_only=True)[2]}, \"vllm-hook.pt\")"), hint.text());
    assertTrue(hint.text().contains("\"coefficient\": -2.5, \"optimal_layer\": 2,"), hint.text());
    SteeringVector response =
        vector.with(vector.metadata().with(VectorMetadata.POSITIONS, "response"));
    assertTrue(
        hint("vLLM-Hook", "a.pt", VectorFormats.PYTORCH, response, 0)
            .note()
            .contains("vLLM-Hook steers every position"));
    assertFalse(hint("vLLM-Hook", "a.gguf", VectorFormats.GGUF, vector, 0).usable());
  }

  @Test
  void easySteerCountsBlocksFromZero() {
    UsageHint hint = hint("EasySteer", "a.gguf", VectorFormats.GGUF, vector, 0);
    assertTrue(
        hint.text()
            .endsWith(
                "scale=-2.5, target_layers=[2], prefill_trigger_tokens=[-1],"
                    + " generate_trigger_tokens=[-1]))"),
        hint.text());
    assertFalse(hint("EasySteer", "a.gguf", VectorFormats.GGUF, vector, 1).usable());
    assertFalse(hint("EasySteer", "a.pt", VectorFormats.PYTORCH, vector, 0).usable());
  }

  @Test
  void easySteerRestoresTheNormWhereItWasTunedSo() {
    SteeringVector kept =
        vector.with(
            vector
                .metadata()
                .with(VectorMetadata.OPERATOR, "add_keep_norm")
                .with(VectorMetadata.POSITIONS, "step:2"));
    UsageHint hint = hint("EasySteer", "a.gguf", VectorFormats.GGUF, kept, 0);
    assertTrue(
        hint.text().endsWith("target_layers=[2], generate_trigger_tokens=[-1], normalize=True))"),
        hint.text());
    assertTrue(hint.note().contains("no reasoning steps"), hint.note());
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

  private static SteeringVector mix(String operator, String positions) {
    return Vectors.random(4, 1, 3)
        .with(
            VectorMetadata.EMPTY
                .with(VectorMetadata.RECOMMENDED_LAYER, 3)
                .with(VectorMetadata.RECOMMENDED_STRENGTH, 1)
                .with(VectorMetadata.APPLIED_LAYERS, VectorMetadata.ALL)
                .with(VectorMetadata.OPERATOR, operator)
                .with(VectorMetadata.POSITIONS, positions));
  }

  @Test
  void aMixIsAddedAtAllItsLayers() {
    SteeringVector mix = mix("add", "everywhere");
    assertTrue(
        hint("llama", "m.gguf", VectorFormats.GGUF, mix, 0)
            .text()
            .endsWith("m.gguf --control-vector-layer-range 1 3"));
    assertEquals(
        "densesteer generate --model MODEL --chat \"…\" --vector " + FOLDER.resolve("m.json"),
        hint("Workbench", "m.json", VectorFormats.JSON, mix, 0).text());
    String evaluator = hint("evaluator", "m.pt", VectorFormats.PYTORCH, mix, 0).text();
    assertFalse(evaluator.contains("steer_layer"), evaluator);
    assertTrue(evaluator.contains("m.pt,steer_lambda=1 "), evaluator);
    for (VectorFormat format : VectorFormats.all()) {
      UsageHint python = hint("Hugging", "m", format, mix, 0);
      assertTrue(
          !python.usable() || python.text().contains("for layer, d in directions.items()"),
          python.text());
    }
    UsageHint lost = hint("Workbench", "m.pt", VectorFormats.PYTORCH, mix, 0);
    assertFalse(lost.usable());
    assertTrue(lost.note().contains("safetensors"), lost.note());
  }

  @Test
  void whatAToolDoesOtherwiseIsSaid() {
    SteeringVector kept = mix("add_keep_norm", "response");
    for (UsageHint hint :
        List.of(
            hint("llama", "m.gguf", VectorFormats.GGUF, kept, 0),
            hint("Hugging", "m.pt", VectorFormats.PYTORCH, kept, 0),
            hint("evaluator", "m.pt", VectorFormats.PYTORCH, kept, 0))) {
      assertTrue(hint.note().contains("does not restore ‖h‖"), hint.note());
      assertTrue(hint.note().contains("tuned here at “response” only"), hint.note());
    }
    assertTrue(
        hint("Workbench", "m.json", VectorFormats.JSON, kept, 0)
            .text()
            .endsWith(" --positions response --operator add_keep_norm"));
  }

  @Test
  void onlyPythonCanAblateElsewhere() {
    SteeringVector ablation = mix("ablate", "everywhere");
    assertFalse(hint("llama", "m.gguf", VectorFormats.GGUF, ablation, 0).usable());
    assertFalse(hint("evaluator", "m.pt", VectorFormats.PYTORCH, ablation, 0).usable());
    String python = hint("Hugging", "m.pt", VectorFormats.PYTORCH, ablation, 0).text();
    assertTrue(python.contains("\nablate = lambda h, v: -(h @ v"), python);
    assertTrue(python.contains("vector.apply(model, operator=ablate):"), python);
  }
}
