package org.densesteer.chat.jinja;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of numbers; Python has more than templates use, which are refused by name. */
final class NumberMethods {

  private static final Set<String> NOT_SUPPORTED =
      Set.of(
          "as_integer_ratio", "bit_count", "conjugate", "from_bytes", "fromhex", "hex", "to_bytes");

  private NumberMethods() {}

  static @Nullable Object find(Object number, String name) {
    boolean real = number instanceof Double;
    return switch (name) {
      case "real" -> real ? number : (Object) Arithmetic.whole(number);
      case "imag" -> real ? (Object) 0.0 : (Object) 0L;
      case "numerator" -> real ? null : (Object) Arithmetic.whole(number);
      case "denominator" -> real ? null : (Object) 1L;
      case "is_integer" ->
          real ? (Function) arguments -> Math.rint((Double) number) == (Double) number : null;
      case "bit_length" ->
          real
              ? null
              : (Function)
                  arguments -> 64L - Long.numberOfLeadingZeros(Math.abs(Arithmetic.whole(number)));
      default -> {
        if (NOT_SUPPORTED.contains(name)) {
          throw new JinjaException(0, "'" + name + "' of a number is not supported");
        }
        yield null;
      }
    };
  }
}
