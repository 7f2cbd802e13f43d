package org.densesteer.chat.jinja;

import org.jspecify.annotations.Nullable;

/** {@code joiner(separator)}: gives nothing when it is called first, then the separator. */
final class Joiner implements Function {

  private final Object separator;
  private boolean used;

  Joiner(Object separator) {
    this.separator = separator;
  }

  @Override
  public Object call(CallArguments arguments) {
    arguments.allow();
    Object value = used ? separator : "";
    used = true;
    return value;
  }

  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "sep" -> separator;
      case "used" -> used;
      default -> null;
    };
  }
}
