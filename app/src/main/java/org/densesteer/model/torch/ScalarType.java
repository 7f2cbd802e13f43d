package org.densesteer.model.torch;

import org.densesteer.files.safetensors.Dtype;

/** Element types, with the numbers that libtorch's {@code c10::ScalarType} gives them. */
public enum ScalarType {
  UINT8(0),
  INT8(1),
  INT32(3),
  FLOAT16(5),
  FLOAT32(6),
  FLOAT64(7),
  BOOL(11),
  BFLOAT16(15);

  private final int number;

  ScalarType(int number) {
    this.number = number;
  }

  /** The number by which a program asks for the type. */
  public int number() {
    return number;
  }

  /** The type of a tensor in a file of weights. */
  public static ScalarType of(Dtype dtype) {
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
