package org.densesteer.common;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a person can act on. The message is one complete sentence that names what is wrong
 * and where; it is shown as it is, in the window and on standard error.
 */
public class FaultException extends RuntimeException {

  private static final int LONGEST = 1000;

  /** Creates a fault from its sentence. */
  public FaultException(String sentence) {
    super(shown(sentence));
  }

  /** Creates a fault from its sentence and what led to it, which is shown under "Details". */
  public FaultException(String sentence, @Nullable Throwable cause) {
    super(shown(sentence), cause);
  }

  /** Sentences quote files from strangers: no control characters, no endless names. */
  private static String shown(String sentence) {
    String line = sentence.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
