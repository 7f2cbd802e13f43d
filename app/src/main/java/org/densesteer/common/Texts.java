package org.densesteer.common;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are filled in alike on every computer. {@link String#formatted} writes numbers in the
 * digits and with the separators of the computer's language, which has no place in an English
 * sentence, a report or a file.
 */
public final class Texts {

  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private static final Pattern CONTROL = Pattern.compile("(?!\r\n)[\\p{Cc}&&[^\n\t]]");

  /** Unicode's picture of the first control character; the others follow. */
  private static final char PICTURES = '\u2400';

  private Texts() {}

  /**
   * Fills in a format.
   *
   * @param format as {@link String#format} takes it
   */
  public static String of(String format, @Nullable Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** The words of a system's message inside a sentence, where they begin small. */
  public static String inSentence(String message) {
    return message.matches("\\p{Lu}\\p{Ll}.*")
        ? message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1)
        : message;
  }

  /**
   * The text with control characters as signs, line breaks and tabs left: those below the space as
   * Unicode's pictures of them, the others as U+FFFD. What a model writes is no command to a
   * terminal.
   */
  public static String shown(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(
            found -> {
              char control = found.group().charAt(0);
              return String.valueOf(control < ' ' ? (char) (PICTURES + control) : '\uFFFD');
            });
  }

  /**
   * The text with every half of a surrogate pair, which is no letter and which UTF-8 has no bytes
   * for, replaced by U+FFFD.
   */
  public static String whole(String text) {
    return HALF.matcher(text).replaceAll("\uFFFD");
  }
}
