package org.densesteer.chat.jinja;

import org.jspecify.annotations.Nullable;

/** Something a template can call. */
@FunctionalInterface
interface Function {
  Object call(CallArguments arguments);

  /** A property of it, or null when there is none of this name. */
  default @Nullable Object attribute(String name) {
    return null;
  }
}
