package org.densesteer.chat.jinja;

/**
 * A variable, attribute or item that does not exist: prints as nothing, counts as false and empty,
 * and is an error anywhere else.
 *
 * @param what what was looked for, for messages
 */
record Undefined(String what) {

  /** Of no one thing in particular. */
  static final Undefined PLAIN = new Undefined("a value");

  JinjaException fault() {
    return new JinjaException(0, what + " is undefined");
  }
}
