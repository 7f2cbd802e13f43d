package org.densesteer.common;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a person can act on. The message is one complete sentence that names what is wrong
 * and where; it is shown as it is, in the window and on standard error.
 */
public class FaultException extends RuntimeException {

  private static final int LONGEST = 1000;

  /** Control characters, line ends, and what turns the direction of the text around. */
  private static final Pattern UNSHOWN =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

  /** Creates a fault from its sentence. */
  public FaultException(String sentence) {
    super(shown(sentence));
  }

  /** Creates a fault from its sentence and what led to it, which is shown under "Details". */
  public FaultException(String sentence, @Nullable Throwable cause) {
    super(shown(sentence), cause);
  }

  /** Sentences quote files from strangers: one line, whole letters, no endless names. */
  private static String shown(String sentence) {
    String line = Texts.whole(UNSHOWN.matcher(sentence).replaceAll(" "));
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = LONGEST - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
