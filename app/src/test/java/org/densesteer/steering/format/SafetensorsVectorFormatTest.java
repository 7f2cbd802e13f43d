package org.densesteer.steering.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Probe;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorGate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsVectorFormatTest {

  private final SafetensorsVectorFormat format = new SafetensorsVectorFormat();

  @TempDir Path folder;

  @Test
  void aVectorComesBackBitForBit() throws Exception {
    SteeringVector vector = Vectors.random(9, 0, 2, 27);
    Path file = folder.resolve("dense.safetensors");
    format.write(vector, WriteOptions.DEFAULT, file);
    VectorRead read = VectorFiles.read(file);
    assertEquals("dense", read.vector().name());
    assertEquals("float32", read.dtype());
    assertEquals(List.of(), read.warnings());
    assertEquals(
        format.representable(vector, WriteOptions.DEFAULT).renamed("dense"), read.vector());
    assertEquals("9", read.vector().metadata().get("hidden_size"));
    assertEquals(2, read.vector().metadata().recommendedLayer().getAsInt());
  }

  @Test
  void shuffledPairControlsComeBackBitForBit() {
    SteeringVector vector =
        Vectors.random(9, 0, 2)
            .withShuffled(
                List.of(
                    Vectors.random(9, 0, 2).directions(), Vectors.random(9, 2, 0).directions()));
    Path file = folder.resolve("dense.safetensors");
    ExportReport report =
        VectorFiles.write(vector, ExportOptions.of(VectorFormats.SAFETENSORS), file);
    SteeringVector read = VectorFiles.read(file).vector();
    assertEquals(2, read.shuffled().size());
    assertTrue(read.sharesShuffledWith(vector));
    assertTrue(report.written().sharesShuffledWith(vector));
    Path one = folder.resolve("one.safetensors");
    VectorFiles.write(
        vector, ExportOptions.of(VectorFormats.SAFETENSORS).onlyLayers(List.of(2)), one);
    assertEquals(
        List.of(2), List.copyOf(VectorFiles.read(one).vector().shuffled().get(0).keySet()));
    Path other = folder.resolve("dense.npz");
    VectorFiles.write(vector, ExportOptions.of(VectorFormats.NPZ), other);
    assertEquals(List.of(), VectorFiles.read(other).vector().shuffled());
  }

  @Test
  void aGateComesBackAndOlderVersionsAreTold() {
    SteeringVector vector = Vectors.random(9, 0, 2);
    Gate gate = new CosineGate(new Probe(vector, 2), 0.125);
    Path file = folder.resolve("gated.safetensors");
    VectorFiles.write(
        vector.with(VectorGate.with(vector.metadata(), gate)),
        ExportOptions.of(VectorFormats.SAFETENSORS),
        file);
    VectorRead read = VectorFiles.read(file);
    assertEquals(List.of(), read.warnings());
    CosineGate back = assertInstanceOf(CosineGate.class, VectorGate.of(read.vector()));
    assertEquals(gate.text(), back.text());
    assertArrayEquals(vector.direction(2), back.probe().direction());
    assertEquals("2", read.vector().metadata().get("format_version"));
    Path plain = folder.resolve("plain.safetensors");
    VectorFiles.write(
        read.vector().with(VectorGate.without(read.vector().metadata())),
        ExportOptions.of(VectorFormats.SAFETENSORS),
        plain);
    assertEquals("1", VectorFiles.read(plain).vector().metadata().get("format_version"));
  }

  @Test
  void aGateThatCannotBeUsedIsSaidAndTheVectorReadAllTheSame() throws Exception {
    SteeringVector vector = Vectors.random(9, 0, 2);
    Path file = folder.resolve("gated.safetensors");
    format.write(
        vector.with(vector.metadata().with("gate", "cosine:kind@2>0.1")),
        WriteOptions.DEFAULT,
        file);
    VectorRead read = VectorFiles.read(file);
    assertEquals(
        List.of(
            "The file's gate is not used, and the strength is constant: The probe of its gate has 0"
                + " values, where 9 are expected."),
        read.warnings());
    assertEquals(Gate.CONSTANT, VectorGate.of(read.vector()));
  }

  @Test
  void brokenControlsAreRefused() {
    String direction = entry("F32", "[1]", "[0,4]");
    String two = direction.substring(0, direction.length() - 1) + ",";
    refused(
        two + "\"shuffled.2.0\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        new byte[8],
        "control 1 is missing");
    refused(
        two + "\"shuffled.1.0\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
        new byte[12],
        "not 1 wide");
    VectorRead read =
        read(
            two + "\"shuffled.0.0\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
            new byte[8]);
    assertTrue(read.warnings().toString().contains("Not used of the file: 'shuffled.0.0'"));
  }

  @Test
  void theSameVectorGivesTheSameBytes() throws IOException {
    Path first = folder.resolve("a.safetensors");
    Path second = folder.resolve("b.safetensors");
    format.write(Vectors.random(9, 0, 2), WriteOptions.DEFAULT, first);
    format.write(Vectors.random(9, 0, 2), WriteOptions.DEFAULT, second);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void halfPrecisionIsWidened() {
    byte[] half = {0x00, 0x3c, 0x00, (byte) 0xc0};
    VectorRead read =
        read("{\"direction.3\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]}}", half);
    assertArrayEquals(new float[] {1, -2}, read.vector().direction(3));
    assertEquals("float16", read.dtype());
  }

  @Test
  void contradictingMetadataIsSaid() {
    VectorRead read =
        read(
            "{\"__metadata__\":{\"hidden_size\":\"5\",\"hook\":\"mlp\",\"format_version\":\"9\","
                + "\"recommended_layer\":\"4\",\"recommended_strength\":\"1e400\"},"
                + "\"direction.3\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
            new byte[] {0, 0, 0, 1});
    assertEquals(5, read.warnings().size());
    assertEquals(
        "The recommended strength '1e400' is no finite number and is not used.",
        read.warnings().get(4));
  }

  @Test
  void brokenFilesAreRefusedWithTheirReason() {
    refused("{}", new byte[0], "holds no direction");
    refused(entry("F32", "[2]", "[0,8]"), new byte[4], "only 4 bytes of data");
    refused(entry("F32", "[3]", "[0,8]"), new byte[8], "does not fill");
    refused(entry("F32", "[2,2]", "[0,16]"), new byte[16], "'direction.0' has the shape [2, 2]");
    refused(
        entry("F4", "[4]", "[0,2]"), new byte[2], "'direction.0' has the type F4, which is not");
    refused(entry("F7", "[4]", "[0,2]"), new byte[2], "has the type 'F7', which is not supported");
    refused(entry("F32", "[1]", "[0,4]"), new byte[] {0, 0, (byte) 0xc0, 0x7f}, "NaN");
    refused(
        entry("F32", "[1]", "[0,4]").replace("direction.0", "direction.12345678"),
        new byte[4],
        "layers go from 0 to 9999");
  }

  @Test
  void aLyingHeaderLengthIsRefused() {
    ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(Long.MAX_VALUE).put((byte) '{');
    FaultException fault =
        assertThrows(
            FaultException.class,
            () ->
                VectorFiles.read(
                    FileBytes.of("vector", "x.safetensors", bytes.array()), options()));
    assertTrue(fault.getMessage().contains("claims a header of"), fault.getMessage());
  }

  private static String entry(String dtype, String shape, String offsets) {
    return "{\"direction.0\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}}"
        .formatted(dtype, shape, offsets);
  }

  private static ReadOptions options() {
    return new ReadOptions("x", 0);
  }

  private void refused(String header, byte[] data, String reason) {
    FaultException fault = assertThrows(FaultException.class, () -> read(header, data));
    assertTrue(fault.getMessage().contains(reason), fault.getMessage());
  }

  private VectorRead read(String header, byte[] data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json).put(data);
    return VectorFiles.read(FileBytes.of("vector", "x.safetensors", file.array()), options());
  }
}
