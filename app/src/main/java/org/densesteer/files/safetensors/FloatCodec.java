package org.densesteer.files.safetensors;

import java.nio.ByteBuffer;

/** The number types of the container to single precision, and its float types from it. */
public final class FloatCodec {

  private FloatCodec() {}

  /** All values of a little-endian buffer, whose position moves to the end. */
  public static float[] decode(ByteBuffer data, Dtype dtype) {
    float[] values = new float[data.remaining() / dtype.bytes()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(data, data.position(), dtype);
      data.position(data.position() + dtype.bytes());
    }
    return values;
  }

  /** The value whose first byte lies at an index, in the buffer's byte order. */
  public static float value(ByteBuffer data, int at, Dtype dtype) {
    return switch (dtype) {
      case F32 -> data.getFloat(at);
      case F64 -> (float) data.getDouble(at);
      case BF16 -> bfloat16(data.getShort(at));
      case F16 -> float16(data.getShort(at));
      case I64 -> data.getLong(at);
      case I32 -> data.getInt(at);
      case I16 -> data.getShort(at);
      case I8 -> data.get(at);
      case U8 -> data.get(at) & 0xff;
      case BOOL -> data.get(at) == 0 ? 0 : 1;
      case U16 -> data.getShort(at) & 0xffff;
      case U32 -> data.getInt(at) & 0xffffffffL;
      case U64 -> unsigned(data.getLong(at));
      default -> throw new IllegalArgumentException(dtype + " is no number type");
    };
  }

  private static float unsigned(long bits) {
    // Half of it with its last bit kept for rounding, so that the sign bit is free.
    return bits >= 0 ? bits : 2f * (bits >>> 1 | bits & 1);
  }

  /** Appends one value, rounded to nearest, ties to even. */
  static void encode(ByteBuffer into, Dtype dtype, float value) {
    switch (dtype) {
      case F32 -> into.putFloat(value);
      case F64 -> into.putDouble(value);
      case BF16 -> into.putShort(toBfloat16(value));
      case F16 -> into.putShort(toFloat16(value));
      default -> throw new IllegalArgumentException(dtype + " is no float type");
    }
  }

  /** The value of a brain float's bits. */
  public static float bfloat16(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  /** Nearest brain float, ties to even; NaN stays NaN. */
  public static short toBfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) (bits >>> 16 | 0x40);
    }
    return (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
  }

  /** The value of a half float's bits (IEEE 754 binary16). */
  public static float float16(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = bits >>> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0x1f) {
      return Float.intBitsToFloat(sign | 0x7f800000 | fraction << 13);
    }
    if (exponent == 0) {
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    return Float.intBitsToFloat(sign | exponent + 112 << 23 | fraction << 13);
  }

  /** Nearest half float (IEEE 754 binary16), ties to even; too large becomes infinite. */
  public static short toFloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    float magnitude = Math.abs(value);
    if (Float.isNaN(value)) {
      return (short) (sign | 0x7e00);
    }
    if (magnitude >= 65520f) {
      return (short) (sign | 0x7c00);
    }
    if (magnitude < 0x1p-14f) {
      return (short) (sign | (int) Math.rint(magnitude * 0x1p24));
    }
    int rounded = (bits & 0x7fffffff) + 0xfff + (bits >>> 13 & 1);
    return (short) (sign | rounded - (112 << 23) >>> 13);
  }
}
