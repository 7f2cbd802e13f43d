package org.densesteer.files.safetensors;

/**
 * Element types of the safetensors container (those of its library 0.8): those that hold weights,
 * and those only recognised.
 */
public enum Dtype {
  /** IEEE 754 double precision. */
  F64(64),
  /** IEEE 754 single precision. */
  F32(32),
  /** IEEE 754 half precision. */
  F16(16),
  /** The upper half of a single-precision float. */
  BF16(16),
  /** 64-bit integer. */
  I64(64),
  /** 32-bit integer. */
  I32(32),
  /** 16-bit integer. */
  I16(16),
  /** Signed byte. */
  I8(8),
  /** Unsigned byte. */
  U8(8),
  /** One byte, 0 or 1. */
  BOOL(8),
  /** 8-bit float, 4 exponent bits. */
  F8_E4M3(8),
  /** 8-bit float, 5 exponent bits. */
  F8_E5M2(8),
  /** 8-bit float, 4 exponent bits, no infinities and one zero. */
  F8_E4M3FNUZ(8),
  /** 8-bit float, 5 exponent bits, no infinities and one zero. */
  F8_E5M2FNUZ(8),
  /** 8-bit power of two. */
  F8_E8M0(8),
  /** 6-bit float, 2 exponent bits. */
  F6_E2M3(6),
  /** 6-bit float, 3 exponent bits. */
  F6_E3M2(6),
  /** 4-bit float. */
  F4(4),
  /** Unsigned 16-bit integer. */
  U16(16),
  /** Unsigned 32-bit integer. */
  U32(32),
  /** Unsigned 64-bit integer. */
  U64(64),
  /** Two single-precision floats. */
  C64(64);

  private final int bits;

  Dtype(int bits) {
    this.bits = bits;
  }

  /** Size of one element in bits. */
  public int bits() {
    return bits;
  }

  /** Size of one element in bytes, of those that fill whole bytes. */
  public int bytes() {
    return bits / 8;
  }

  /** Whether the elements are floating-point numbers of 16 bits or more. */
  public boolean isFloat() {
    return this == F64 || this == F32 || this == F16 || this == BF16;
  }

  /** Whether the elements are floats of 16 bits or more, whole numbers or truth values. */
  public boolean isNumber() {
    return isFloat()
        || switch (this) {
          case I64, I32, I16, I8, U8, U16, U32, U64, BOOL -> true;
          default -> false;
        };
  }
}
