package org.densesteer.common;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are filled in alike on every computer. {@link String#formatted} writes numbers in the
 * digits and with the separators of the computer's language, which has no place in an English
 * sentence, a report or a file.
 */
public final class Texts {

  private Texts() {}

  /**
   * Fills in a format.
   *
   * @param format as {@link String#format} takes it
   */
  public static String of(String format, @Nullable Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
