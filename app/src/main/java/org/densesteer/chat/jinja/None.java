package org.densesteer.chat.jinja;

/** Python's {@code None}. */
enum None {
  NONE
}
