package org.densesteer.steering.content;

import java.util.Locale;
import java.util.Optional;
import org.densesteer.files.safetensors.Dtype;

/** Element types under the names that NumPy and PyTorch use. */
public final class ElementTypes {

  private ElementTypes() {}

  /** The type of a name such as {@code bfloat16}; empty where it is not supported. */
  public static Optional<Dtype> named(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "float64" -> Dtype.F64;
          case "float32" -> Dtype.F32;
          case "float16" -> Dtype.F16;
          case "bfloat16" -> Dtype.BF16;
          case "int64" -> Dtype.I64;
          case "int32" -> Dtype.I32;
          case "int16" -> Dtype.I16;
          case "int8" -> Dtype.I8;
          case "uint8" -> Dtype.U8;
          case "uint16" -> Dtype.U16;
          case "uint32" -> Dtype.U32;
          case "uint64" -> Dtype.U64;
          case "bool" -> Dtype.BOOL;
          default -> null;
        });
  }

  /** The name of a type. */
  public static String name(Dtype type) {
    return switch (type) {
      case F64 -> "float64";
      case F32 -> "float32";
      case F16 -> "float16";
      case BF16 -> "bfloat16";
      case BOOL -> "bool";
      case I64, I32, I16, I8 -> "int" + type.bits();
      case U64, U32, U16, U8 -> "uint" + type.bits();
      case C64 -> "complex64";
      default -> type.name().toLowerCase(Locale.ROOT);
    };
  }
}
