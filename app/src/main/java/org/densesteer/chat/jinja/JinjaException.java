package org.densesteer.chat.jinja;

/** A template that cannot be read or rendered. */
public class JinjaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * Creates one.
   *
   * @param line line of the template, from 1; 0 while it is not known
   * @param problem what is wrong, without a final point
   */
  public JinjaException(int line, String problem) {
    super(problem);
    this.line = line;
  }

  /** Line of the template, from 1; 0 when it is not known. */
  public int line() {
    return line;
  }

  /** The same at a line, unless one is known already. */
  JinjaException at(int place) {
    return line > 0 ? this : new JinjaException(place, getMessage());
  }
}
