package org.densesteer.model.decoder;

import org.densesteer.files.safetensors.Dtype;

/** Element types by the numbers that libtorch's {@code c10::ScalarType} gives them. */
final class ScalarType {

  static final int UINT8 = 0;
  static final int INT8 = 1;
  static final int FLOAT16 = 5;
  static final int FLOAT32 = 6;
  static final int FLOAT64 = 7;
  static final int BFLOAT16 = 15;

  private ScalarType() {}

  static int of(Dtype dtype) {
    return switch (dtype) {
      case F16 -> FLOAT16;
      case F32 -> FLOAT32;
      case F64 -> FLOAT64;
      case BF16 -> BFLOAT16;
      case I8 -> INT8;
      case U8 -> UINT8;
      default -> throw new IllegalArgumentException(dtype + " is not mapped");
    };
  }
}
