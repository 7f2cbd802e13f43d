package org.densesteer.chat.jinja;

/** The template itself refuses its input, by {@code raise_exception}; the message is its own. */
public final class RefusedException extends JinjaException {

  private static final long serialVersionUID = 1L;

  RefusedException(int line, String message) {
    super(line, message);
  }

  @Override
  JinjaException at(int place) {
    return line() > 0 ? this : new RefusedException(place, getMessage());
  }
}
