package org.densesteer.model.chat.jinja;

/** Python's {@code None}. */
enum None {
  NONE
}
