package org.densesteer.files.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

  @TempDir Path folder;

  @Test
  void writesWhatItReads() {
    Path file = folder.resolve("a.safetensors");
    float[] values = {1.5f, -2.25f, 0, 1e-3f, 65504f, -0.0f};
    Map<String, TensorToWrite> tensors = new LinkedHashMap<>();
    tensors.put("b", TensorToWrite.f32(values, 2, 3));
    tensors.put("a", TensorToWrite.of(Dtype.BF16, new float[] {1.5f, -2.25f}, 2));
    tensors.put("h", TensorToWrite.of(Dtype.F16, new float[] {1.5f, 0x1p-24f, 65504f}, 3));
    SafetensorsWriter.write(file, tensors, Map.of("made by", "a test"));

    SafetensorsFile read = SafetensorsFile.open(file);
    assertEquals("a test", read.header().metadata().get("made by"));
    assertEquals(0, read.header().dataStart() % 8);
    assertArrayEquals(new long[] {2, 3}, read.header().tensors().get("b").shape());
    assertArrayEquals(values, read.floats("b"));
    assertArrayEquals(new float[] {1.5f, -2.25f}, read.floats("a"));
    assertArrayEquals(new float[] {1.5f, 0x1p-24f, 65504f}, read.floats("h"));
  }

  @ParameterizedTest
  @CsvSource({
    "0x3c00, 1.0",
    "0xc000, -2.0",
    "0x7bff, 65504.0",
    "0x0001, 5.9604645e-8",
    "0x03ff, 6.097555e-5",
    "0x0400, 6.1035156e-5",
    "0x3555, 0.33325195"
  })
  void halfFloatsAreExact(String bits, float value) {
    short half = (short) Integer.decode(bits).intValue();
    assertEquals(value, FloatCodec.float16(half));
    assertEquals(half, FloatCodec.toFloat16(value));
  }

  @Test
  void everyHalfFloatSurvivesARoundTrip() {
    for (int bits = 0; bits < 65536; bits++) {
      float value = FloatCodec.float16((short) bits);
      if (!Float.isNaN(value)) {
        assertEquals((short) bits, FloatCodec.toFloat16(value), Integer.toHexString(bits));
      }
    }
  }

  @Test
  void roundsToNearestEven() {
    assertEquals(1f, FloatCodec.bfloat16(FloatCodec.toBfloat16(1 + 0x1p-8f)));
    assertEquals(1 + 0x1p-6f, FloatCodec.bfloat16(FloatCodec.toBfloat16(1 + 3 * 0x1p-8f)));
    assertEquals(1f, FloatCodec.float16(FloatCodec.toFloat16(1 + 0x1p-11f)));
    assertTrue(Float.isNaN(FloatCodec.bfloat16(FloatCodec.toBfloat16(Float.NaN))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,80]}} | only 16 bytes",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}} | does not fill",
        "{\"w\":{\"dtype\":\"Q9\",\"shape\":[2],\"data_offsets\":[0,8]}} | type 'Q9', which is not supported",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,8],\"data_offsets\":[0,8]}} | impossible size",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}} | no whole number",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"v\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}} | overlaps",
        "{\"w\":{\"dtype\":\"F32\"}} | lacks a shape",
        "[1] | not a JSON object",
        "{\"w\": | its header stops in the middle of its JSON"
      })
  void refusesABrokenHeader(String header, String complaint) throws Exception {
    byte[] json = header.strip().getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + json.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    Path path = Files.write(folder.resolve("bad.safetensors"), file.array());
    FaultException fault = assertThrows(FaultException.class, () -> SafetensorsFile.open(path));
    assertTrue(fault.getMessage().contains(complaint.strip()), fault.getMessage());
    assertTrue(fault.getMessage().contains("bad.safetensors"), fault.getMessage());
  }

  @Test
  void tellsWhatGitDidNotFetch() throws Exception {
    Path path = folder.resolve("pointer.safetensors");
    Files.writeString(path, "version https://git-lfs.github.com/spec/v1\nsize 974280\n");
    FaultException fault = assertThrows(FaultException.class, () -> SafetensorsFile.open(path));
    assertTrue(fault.getMessage().contains("git lfs pull"), fault.getMessage());
  }

  @Test
  void refusesAHeaderLongerThanTheFile() throws Exception {
    ByteBuffer file = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(1L << 40);
    Path path = Files.write(folder.resolve("long.safetensors"), file.array());
    FaultException fault = assertThrows(FaultException.class, () -> SafetensorsFile.open(path));
    assertTrue(fault.getMessage().contains("claims a header"), fault.getMessage());
  }
}
