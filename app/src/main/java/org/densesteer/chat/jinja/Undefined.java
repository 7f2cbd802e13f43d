package org.densesteer.chat.jinja;

/**
 * A variable, attribute or item that does not exist: prints as nothing, counts as false and empty,
 * and is an error anywhere else.
 *
 * @param what what was looked for, for messages
 * @param problem what is wrong with it, for messages
 */
record Undefined(String what, String problem) {

  /** Of no one thing in particular. */
  static final Undefined PLAIN = new Undefined("a value");

  Undefined(String what) {
    this(what, "is undefined");
  }

  JinjaException fault() {
    return new JinjaException(0, what + " " + problem);
  }
}
