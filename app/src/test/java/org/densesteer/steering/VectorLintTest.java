package org.densesteer.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.steering.LintFinding.Severity;
import org.junit.jupiter.api.Test;

class VectorLintTest {

  private static final ModelFacts MODEL =
      new ModelFacts("small", "aaaa", 3, 2, Map.of(0, 10.0, 1, 20.0, 2, 40.0));

  private static SteeringVector vector(Map<Integer, float[]> directions) {
    return new SteeringVector("v", 2, new TreeMap<>(directions), VectorMetadata.EMPTY);
  }

  private static void only(Severity severity, String sentence, List<LintFinding> findings) {
    assertEquals(List.of(new LintFinding(severity, sentence)), findings);
  }

  @Test
  void aSoundVectorHasNoFindings() {
    SteeringVector sound =
        vector(Map.of(1, new float[] {1, 1}))
            .with(VectorMetadata.EMPTY.with(VectorMetadata.MODEL_FINGERPRINT, "aaaa"));
    assertEquals(List.of(), VectorLint.check(sound, MODEL));
    assertEquals(List.of(), VectorLint.checkForGguf(sound));
  }

  @Test
  void valuesThatAreNotFinite() {
    only(
        Severity.ERROR,
        "The vector v has values that are infinite or no number at layers 0, 2.",
        VectorLint.check(
            vector(
                Map.of(
                    0,
                    new float[] {Float.NaN, 1},
                    1,
                    new float[] {1, 1},
                    2,
                    new float[] {1, Float.NEGATIVE_INFINITY}))));
  }

  @Test
  void zeroDirections() {
    only(
        Severity.WARNING,
        "The vector v is zero at layers 1 to 2 and steers nothing there.",
        VectorLint.check(vector(Map.of(0, new float[] {0, 1}, 1, new float[2], 2, new float[2]))));
  }

  @Test
  void anotherWidth() {
    SteeringVector wide =
        new SteeringVector("v", 1, new TreeMap<>(Map.of(9, new float[] {1})), VectorMetadata.EMPTY);
    only(
        Severity.ERROR,
        "The vector v, 1 wide and up to layer 9, does not fit the model small, 2 wide and up to layer 2; choose a vector made for this model.",
        VectorLint.check(wide, MODEL));
  }

  @Test
  void layersBeyondTheModel() {
    only(
        Severity.ERROR,
        "The vector v, 2 wide and up to layer 3, does not fit the model small, 2 wide and up to layer 2; choose a vector made for this model.",
        VectorLint.check(vector(Map.of(1, new float[] {1, 1}, 3, new float[] {1, 1})), MODEL));
  }

  @Test
  void anotherModelsFingerprint() {
    SteeringVector foreign =
        vector(Map.of(1, new float[] {1, 1}))
            .with(
                VectorMetadata.EMPTY
                    .with(VectorMetadata.MODEL_FINGERPRINT, "bbbb")
                    .with(VectorMetadata.MODEL_ID, "large"));
    only(
        Severity.WARNING,
        "The vector v was made with other weights (large) than those of the model small.",
        VectorLint.check(foreign, MODEL));
  }

  @Test
  void aPushBeyondTheHiddenState() {
    SteeringVector loud = vector(Map.of(0, new float[] {11, 0}, 1, new float[] {11, 0}));
    only(
        Severity.WARNING,
        "At strength 1 the vector v is longer than the model's hidden states at layer 0.",
        VectorLint.check(loud, MODEL));
    SteeringVector recommended =
        loud.with(
            VectorMetadata.EMPTY
                .with(VectorMetadata.RECOMMENDED_LAYER, 1)
                .with(VectorMetadata.RECOMMENDED_STRENGTH, -1.5));
    assertEquals(List.of(), VectorLint.check(recommended, MODEL));
  }

  @Test
  void aPushThatCannotBeSeen() {
    List<LintFinding> findings =
        VectorLint.check(vector(Map.of(2, new float[] {0.001f, 0})), MODEL);
    assertEquals(1, findings.size());
    assertEquals(Severity.NOTE, findings.get(0).severity());
    assertTrue(findings.get(0).sentence().contains("less than 0.01 %"), findings.toString());
  }

  @Test
  void layerZeroAndGguf() {
    only(
        Severity.WARNING,
        "llama.cpp cannot steer decoder block 0, so layer 0 of the vector v is left out of a GGUF"
            + " file.",
        VectorLint.checkForGguf(vector(Map.of(0, new float[] {1, 1}, 1, new float[] {1, 1}))));
    only(
        Severity.ERROR,
        "llama.cpp cannot steer decoder block 0, so layer 0 of the vector v cannot be written as"
            + " GGUF.",
        VectorLint.checkForGguf(vector(Map.of(0, new float[] {1, 1}))));
  }
}
