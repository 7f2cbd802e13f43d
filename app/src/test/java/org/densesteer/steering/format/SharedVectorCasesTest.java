package org.densesteer.steering.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of others, where they are there; norms by torch 2.13.0 and numpy 2.4.6. */
class SharedVectorCasesTest {

  private static final Path FOLDER = Path.of("../shared/cases");

  @ParameterizedTest
  @CsvSource({
    "pt/2d-nx1.pt, 7, 14.2828568570857",
    "pt/expand.pt, 7, 7.0710678118654755",
    "pt/f64.pt, 7, 14.2828568570857",
    "pt/lm-eval-steered.pt, 1, 8",
    "pt/nocrc.pt, 7, 14.2828568570857",
    "pt/param.pt, 7, 14.2828568570857",
    "pt/tensor2d.pt, 4, 103.440804327886",
    "vector-of-one-layer/layer1.npy, 1, 2.4585452194550244",
    "vector-of-one-layer/vec_layer_1_tiny.pt, 1, 2.4585452194550244"
  })
  void areRead(String name, int layer, double norm) {
    assumeTrue(Files.exists(FOLDER.resolve(name)), "the files of others are absent");
    assertEquals(norm, VectorFiles.read(FOLDER.resolve(name)).vector().norm(layer), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"pt/tensor1d.pt", "pt/statedict-strkeys.pt"})
  void needALayer(String name) {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), "the files of others are absent");
    assertThrows(MissingLayerException.class, () -> VectorFiles.read(file));
    VectorRead read = VectorFiles.read(file, 0, OptionalInt.of(2));
    assertEquals(14.2828568570857, read.vector().norm(2), 1e-6);
  }
}
