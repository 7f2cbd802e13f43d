package org.densesteer.files.safetensors;

/** Element types of the safetensors container that hold weights, and those only recognised. */
public enum Dtype {
  /** IEEE 754 double precision. */
  F64(8),
  /** IEEE 754 single precision. */
  F32(4),
  /** IEEE 754 half precision. */
  F16(2),
  /** The upper half of a single-precision float. */
  BF16(2),
  /** 64-bit integer. */
  I64(8),
  /** 32-bit integer. */
  I32(4),
  /** 16-bit integer. */
  I16(2),
  /** Signed byte. */
  I8(1),
  /** Unsigned byte. */
  U8(1),
  /** One byte, 0 or 1. */
  BOOL(1),
  /** 8-bit float, 4 exponent bits. */
  F8_E4M3(1),
  /** 8-bit float, 5 exponent bits. */
  F8_E5M2(1);

  private final int bytes;

  Dtype(int bytes) {
    this.bytes = bytes;
  }

  /** Size of one element in bytes. */
  public int bytes() {
    return bytes;
  }

  /** Whether the elements are floating-point numbers of 16 bits or more. */
  public boolean isFloat() {
    return this == F64 || this == F32 || this == F16 || this == BF16;
  }
}
