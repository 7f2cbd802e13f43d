package org.densesteer.steering.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteeredVectorFormatTest {

  @TempDir Path folder;

  private final SteeringVector vector =
      Vectors.random(4, 1, 2, 3)
          .with(
              VectorMetadata.EMPTY
                  .with(VectorMetadata.MODEL_ID, "Qwen/Qwen2.5-1.5B-Instruct")
                  .with(VectorMetadata.RECOMMENDED_LAYER, 2)
                  .with(VectorMetadata.RECOMMENDED_STRENGTH, "-2.5"));

  private ExportReport write(SteeringVector written) {
    return VectorFiles.write(
        written, ExportOptions.of(VectorFormats.STEERED), folder.resolve("v.steered.pt"));
  }

  @Test
  void theRecommendedLayerAndStrengthAreInTheFile() {
    ExportReport report = write(vector);
    VectorRead read = VectorFiles.read(report.file());
    assertEquals(VectorFormats.STEERED, read.format());
    assertEquals(Set.of(2), read.vector().directions().keySet());
    assertEquals(2, read.vector().metadata().recommendedLayer().getAsInt());
    assertEquals(-2.5, read.vector().metadata().recommendedStrength().getAsDouble());
    assertTrue(report.warnings().toString().contains("only layer 2 is in it; 2 others are not"));
    assertTrue(report.warnings().toString().contains("no place for the other metadata"));
  }

  private static List<String> warnings(VectorMetadata metadata, int... layers) {
    return VectorFormats.STEERED.warnings(
        Vectors.random(4, layers).with(metadata), WriteOptions.DEFAULT);
  }

  private static String only(List<String> warnings) {
    assertEquals(1, warnings.size(), warnings::toString);
    return warnings.get(0);
  }

  @Test
  void whatLmEvalDoesOtherwiseIsSaidAndNothingElse() {
    VectorMetadata plain = VectorMetadata.EMPTY.with(VectorMetadata.RECOMMENDED_STRENGTH, 2.5);
    assertEquals(List.of(), warnings(plain, 2));
    assertEquals(
        "lm-eval steers all 2 layers of the file at once: choose one where one is meant.",
        only(warnings(plain, 2, 3)));
    VectorMetadata every = plain.with(VectorMetadata.APPLIED_LAYERS, VectorMetadata.ALL);
    assertEquals(List.of(), warnings(every, 2, 3));
    assertEquals(
        "The vector recommends no strength: the coefficient in the file is 1.",
        only(warnings(VectorMetadata.EMPTY, 2)));
    assertEquals(
        "lm-eval adds the vector and does not restore ‖h‖ afterwards.",
        only(warnings(plain.with(VectorMetadata.OPERATOR, "add_keep_norm"), 2)));
    assertEquals(
        List.of(
            "lm-eval steers every position; the vector was tuned at “response” only.",
            "lm-eval's file has layers, coefficient and action, and no place for the other metadata."),
        warnings(plain.with(VectorMetadata.POSITIONS, "response"), 2));
  }

  @Test
  void theCommandNamesModelAndFile() {
    UsageHint hint =
        write(vector).hints().stream()
            .filter(each -> each.tool().contains("(steered)"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "lm_eval --model steered --model_args"
            + " pretrained=Qwen/Qwen2.5-1.5B-Instruct,steer_path="
            + folder.resolve("v.steered.pt")
            + " --tasks gsm8k_cot_zeroshot --apply_chat_template",
        hint.text());
  }

  @Test
  void anAblationIsAClampToZero() {
    VectorMetadata ablates = vector.metadata().with(VectorMetadata.OPERATOR, "ablate");
    VectorRead read = VectorFiles.read(write(vector.with(ablates)).file());
    assertEquals("ablate", read.vector().metadata().get(VectorMetadata.OPERATOR));
  }

  @Test
  void aMixKeepsEveryLayer() {
    VectorMetadata all = vector.metadata().with(VectorMetadata.APPLIED_LAYERS, VectorMetadata.ALL);
    VectorRead read = VectorFiles.read(write(vector.with(all)).file());
    assertEquals(Set.of(1, 2, 3), read.vector().directions().keySet());
    assertTrue(read.vector().metadata().appliesEveryLayer());
  }
}
