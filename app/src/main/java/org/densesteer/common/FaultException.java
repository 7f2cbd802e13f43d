package org.densesteer.common;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a person can act on. The message is one complete sentence that names what is wrong
 * and where; it is shown as it is, in the window and on standard error.
 */
public class FaultException extends RuntimeException {

  /** Creates a fault from its sentence. */
  public FaultException(String sentence) {
    super(sentence);
  }

  /** Creates a fault from its sentence and what led to it, which is shown under "Details". */
  public FaultException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
