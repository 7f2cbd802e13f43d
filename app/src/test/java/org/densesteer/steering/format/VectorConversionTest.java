package org.densesteer.steering.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.steering.SteeringVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorConversionTest {

  private static final VectorConversion PLAIN =
      new VectorConversion(Set.of(), OptionalDouble.empty(), 0);

  @TempDir Path folder;

  private Path source(VectorFormat format) {
    Path file = folder.resolve("source" + format.endings().get(0));
    VectorFiles.write(
        Vectors.random(6, 1, 2, 3), ExportOptions.of(format).recommending(2, 3), file);
    return file;
  }

  @Test
  void layersAndABakedStrength() {
    Path target = folder.resolve("target.gguf");
    new VectorConversion(Set.of(1, 3), OptionalDouble.of(0.5), 0)
        .convert(source(VectorFormats.SAFETENSORS), target);
    SteeringVector converted = VectorFiles.read(target).vector();
    assertEquals(Set.of(1, 3), converted.directions().keySet());
    float[] original = Vectors.random(6, 1).direction(1);
    assertEquals(0.5f * original[5], converted.direction(1)[5]);
    assertEquals("0.5", converted.metadata().get(ExportPreparation.STRENGTH_BAKED));
  }

  @Test
  void theLayerOffsetIsTheSourcesWhereThatIsGguf() {
    Path shifted = folder.resolve("shifted.gguf");
    VectorConversion offset = new VectorConversion(Set.of(), OptionalDouble.empty(), 1);
    offset.convert(source(VectorFormats.NPZ), shifted);
    assertEquals(Set.of(2, 3, 4), VectorFiles.read(shifted).vector().directions().keySet());
    Path back = folder.resolve("back.gguf");
    offset.convert(shifted, back);
    SteeringVector vector = VectorFiles.read(back).vector();
    assertEquals(Set.of(1, 2, 3), vector.directions().keySet());
    assertArrayEquals(Vectors.random(6, 1, 2, 3).direction(2), vector.direction(2));
  }

  @Test
  void anUnknownEndingIsRefused() {
    Path source = source(VectorFormats.SAFETENSORS);
    FaultException fault =
        assertThrows(
            FaultException.class, () -> PLAIN.convert(source, folder.resolve("vector.txt")));
    assertTrue(fault.getMessage().contains(".gguf"), fault.getMessage());
  }

  @Test
  void warningsOfBothSidesAreKept() {
    ExportReport report =
        PLAIN.convert(source(VectorFormats.SAFETENSORS), folder.resolve("vector.pt"));
    assertEquals(1, report.warnings().size());
    assertTrue(report.warnings().get(0).contains("metadata"), report.warnings().toString());
  }
}
