package org.densesteer.metrics.answer;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a text that moves on with what is taken there; spaces before it are passed over. */
final class TextCursor {

  private final String text;
  private int at;

  TextCursor(String text) {
    this.text = text;
  }

  /** Takes what a pattern finds here. */
  Optional<String> take(Pattern pattern) {
    return takeIf(pattern, Optional::of);
  }

  /** Takes what a pattern finds here if it can be read. */
  <T> Optional<T> takeIf(Pattern pattern, Function<String, Optional<T>> reader) {
    int before = at;
    skipSpace();
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    matcher.useTransparentBounds(true);
    Optional<T> read = matcher.lookingAt() ? reader.apply(matcher.group()) : Optional.empty();
    at = read.isPresent() ? matcher.end() : before;
    return read;
  }

  /** Takes a command if it stands here. */
  boolean command(String name) {
    skipSpace();
    int end = at + name.length();
    boolean here =
        text.startsWith(name, at)
            && (end == text.length() || !Character.isLetter(text.charAt(end)));
    at = here ? end : at;
    return here;
  }

  /** Takes a character if it stands here. */
  boolean sign(char c) {
    boolean here = peek(c);
    at += here ? 1 : 0;
    return here;
  }

  /** Whether a character stands here. */
  boolean peek(char c) {
    skipSpace();
    return at < text.length() && text.charAt(at) == c;
  }

  /** Takes the character that stands here. */
  char next() {
    return text.charAt(at++);
  }

  boolean atEnd() {
    skipSpace();
    return at == text.length();
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }
}
