package org.densesteer.steering.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.steering.SteeringVector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {

  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> everyFormatIntoEveryOther() {
    List<DynamicTest> tests = new ArrayList<>();
    for (VectorFormat first : VectorFormats.all()) {
      for (VectorFormat second : VectorFormats.all()) {
        tests.add(dynamicTest(first.id() + " → " + second.id(), () -> through(first, second)));
      }
    }
    return tests;
  }

  private void through(VectorFormat first, VectorFormat second) throws IOException {
    // Block 0 cannot be in a GGUF file, and gaps cannot be in a .npy file.
    SteeringVector vector =
        first.id().equals("npy") || second.id().equals("npy")
            ? Vectors.random(48, 0, 1, 2)
            : Vectors.random(48, 2, 3, 27);
    WriteOptions options = new WriteOptions(vector.hasLayer(0) ? 1 : 0);
    SteeringVector once = pass(vector, first, options);
    SteeringVector twice = pass(once, second, options);
    assertEquals(vector.directions().keySet(), twice.directions().keySet());
    vector
        .directions()
        .forEach((layer, values) -> assertArrayEquals(values, twice.direction(layer)));
    if (first.keepsMetadata() && second.keepsMetadata()) {
      vector
          .metadata()
          .entries()
          .forEach((key, value) -> assertEquals(value, twice.metadata().get(key)));
    }
  }

  private SteeringVector pass(SteeringVector vector, VectorFormat format, WriteOptions options)
      throws IOException {
    Path file = folder.resolve("no-ending");
    format.write(vector, options, file);
    VectorRead read = VectorFiles.read(file, options.ggufLayerOffset());
    assertEquals(format, read.format());
    assertEquals(format.representable(vector, options).renamed("no-ending"), read.vector());
    return read.vector();
  }

  @Test
  void theSameVectorGivesTheSameBytes() throws IOException {
    for (VectorFormat format : VectorFormats.all()) {
      Path first = folder.resolve("first");
      Path second = folder.resolve("second");
      format.write(Vectors.random(48, 0, 1), new WriteOptions(1), first);
      format.write(Vectors.random(48, 0, 1), new WriteOptions(1), second);
      assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second), format.id());
    }
  }
}
