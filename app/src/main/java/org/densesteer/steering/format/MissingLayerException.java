package org.densesteer.steering.format;

import org.densesteer.common.FaultException;

/** The fault of a file with one direction that names no layer: it can be read once one is given. */
public final class MissingLayerException extends FaultException {

  private static final long serialVersionUID = 1L;

  private final String why;

  /**
   * A fault.
   *
   * @param why the part of the sentence that says what is missing; it follows the file's name
   * @param sentence all of it
   */
  MissingLayerException(String why, String sentence) {
    super(sentence);
    this.why = why;
  }

  /** What is missing, in words that follow the file's name. */
  public String why() {
    return why;
  }
}
