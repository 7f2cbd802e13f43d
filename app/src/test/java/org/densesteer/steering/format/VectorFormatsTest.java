package org.densesteer.steering.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VectorFormatsTest {

  @TempDir Path folder;

  private static SteeringVector vector(int from, int layers) {
    TreeMap<Integer, float[]> directions = new TreeMap<>();
    for (int layer = from; layer < from + layers; layer++) {
      directions.put(layer, new float[] {layer, 1, -1});
    }
    return new SteeringVector("v", 3, directions, VectorMetadata.EMPTY);
  }

  private FileBytes written(SteeringVector vector, VectorFormat format) throws Exception {
    Path file = folder.resolve("vector.dat");
    format.write(vector, new WriteOptions(0), file);
    return VectorFiles.load(file);
  }

  private static VectorFormat detect(byte[] content) {
    return VectorFormats.detect(FileBytes.of("vector", "vector.dat", content));
  }

  @ParameterizedTest
  @MethodSource("org.densesteer.steering.format.VectorFormats#all")
  void everyFormatIsToldByItsContentWhateverTheEnding(VectorFormat format) throws Exception {
    int from = format == VectorFormats.NPY ? 0 : 1;
    assertSame(format, VectorFormats.detect(written(vector(from, 2), format)));
  }

  @Test
  void theCommandLineAndPeopleCallThemSo() {
    assertEquals(
        Map.of(
            "safetensors", "safetensors",
            "gguf", "GGUF",
            "json", "JSON",
            "npz", "NumPy archive",
            "npy", "NumPy array",
            "pytorch", "PyTorch",
            "lm-eval", "lm-eval steered"),
        VectorFormats.all().stream()
            .collect(Collectors.toMap(VectorFormat::id, VectorFormat::displayName)));
  }

  @Test
  void aControlVectorOf123LayersIsNoSafetensors() throws Exception {
    FileBytes file = written(vector(1, '{'), VectorFormats.GGUF);
    assertEquals('{', file.at(8));
    assertSame(VectorFormats.GGUF, VectorFormats.detect(file));
  }

  @Test
  void aHeaderWhoseLengthBeginsLikeAPickleIsSafetensors() {
    byte[] content =
        ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN).putLong(0x80).put((byte) '{').array();
    assertSame(VectorFormats.SAFETENSORS, detect(content));
    assertSame(VectorFormats.PYTORCH, detect(new byte[] {(byte) 0x80, 2, '{', '}', '.'}));
  }

  @Test
  void whiteSpaceMayPrecedeJson() {
    assertSame(VectorFormats.JSON, detect("\r\n\t { }".getBytes(StandardCharsets.UTF_8)));
  }
}
