package org.densesteer.files.safetensors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against NumPy 2: {@code np.float16(np.float32(v)).view(np.uint16)} and the like. */
class FloatCodecTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0000",
    "-0.0, 8000",
    "1, 3c00",
    "0.33333334, 3555",
    "2049, 6800",
    "2051, 6802",
    "-2049, e800",
    "65504, 7bff",
    "65519.996, 7bff",
    "65520, 7c00",
    "1e9, 7c00",
    "-Infinity, fc00",
    "NaN, 7e00",
    "6.1035156e-05, 0400",
    "6.1020255e-05, 0400",
    "5.9604645e-08, 0001",
    "2.9802322e-08, 0000",
    "4.4703484e-08, 0001"
  })
  void halfFloats(float value, String bits) {
    assertEquals(Integer.parseInt(bits, 16), FloatCodec.toFloat16(value) & 0xffff);
  }

  @ParameterizedTest
  @CsvSource({
    "U64, 8000000000000000, 0x1p63",
    "U64, ffffffffffffffff, 0x1p64",
    "U64, 8000008000000000, 0x1p63",
    "U64, 8000008000000001, 0x1.000002p63",
    "U64, 0000000000000003, 3",
    "U32, ffffffff, 0x1p32",
    "U16, ffff, 65535",
    "U8, ff, 255",
    "I64, ffffffffffffffff, -1",
    "I32, ffffffff, -1",
    "I16, ffff, -1",
    "I8, ff, -1",
    "BOOL, 02, 1",
    "BOOL, 00, 0"
  })
  void wholeNumbers(Dtype dtype, String bits, String value) {
    ByteBuffer data = ByteBuffer.allocate(dtype.bytes() + 1);
    for (int i = 0; i < dtype.bytes(); i++) {
      data.put(i + 1, (byte) Integer.parseInt(bits.substring(2 * i, 2 * i + 2), 16));
    }
    assertEquals(Float.parseFloat(value), FloatCodec.value(data, 1, dtype));
  }

  @Test
  void aBrainFloatThatIsNoNumberStaysNone() {
    float[] values = {
      Float.NaN, Float.intBitsToFloat(0x7f800001), Float.intBitsToFloat(0xff800001)
    };
    for (float value : values) {
      assertEquals(Float.NaN, FloatCodec.bfloat16(FloatCodec.toBfloat16(value)));
    }
  }
}
