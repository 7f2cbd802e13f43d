package org.densesteer.steering.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors that DenseSteer's authors published, where they are at hand. */
class AuthorsVectorsTest {

  private static final Path FOLDER = Path.of("../shared/data/vectors");

  @ParameterizedTest
  @CsvSource({
    "Qwen_Qwen2.5-1.5B-Instruct.dense.pt, 28, 1536, 0.0746586, 5.0033823",
    "meta-llama_Llama-3.2-1B-Instruct.dense.pt, 16, 2048, 0.0408916, 1.8954889"
  })
  void loadWithAllLayers(String name, int layers, int hiddenSize, double first, double last) {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), "skipped: the authors' vector " + file + " is not here");
    VectorRead read = VectorFiles.read(file);
    assertEquals("pytorch", read.format().id());
    assertEquals("float16", read.dtype());
    assertEquals(List.of(), read.warnings());
    assertEquals(hiddenSize, read.vector().hiddenSize());
    assertEquals(
        IntStream.range(0, layers).boxed().toList(),
        List.copyOf(read.vector().directions().keySet()));
    // Norms computed with NumPy from the raw storages.
    assertEquals(first, read.vector().norm(0), 1e-7);
    assertEquals(last, read.vector().norm(layers - 1), 1e-7);
  }
}
