package org.densesteer.ui.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.densesteer.generation.TokenEvent;

/** A growing response: its tokens, its text, and which characters are whose. */
public final class ResponseText {

  private final StringBuilder text = new StringBuilder();
  private final List<TokenEvent> tokens = new ArrayList<>();
  private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper();
  private int[] starts = new int[64];

  void append(List<TokenEvent> more) {
    for (TokenEvent token : more) {
      if (tokens.size() == starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
      }
      starts[tokens.size()] = text.length();
      tokens.add(token);
      text.append(token.text());
    }
    size.set(tokens.size());
  }

  void clear() {
    text.setLength(0);
    tokens.clear();
    size.set(0);
  }

  /** The tokens in order, a view that grows. */
  public List<TokenEvent> tokens() {
    return Collections.unmodifiableList(tokens);
  }

  /** How many tokens there are. */
  public int size() {
    return size.get();
  }

  /** How many tokens there are; changes once for all that came together. */
  public ReadOnlyIntegerProperty sizeProperty() {
    return size.getReadOnlyProperty();
  }

  /** The token at {@code index}. */
  public TokenEvent token(int index) {
    return tokens.get(index);
  }

  /** The whole text so far. */
  public String text() {
    return text.toString();
  }

  /** The characters of the response from {@code start} to before {@code end}. */
  public String text(int start, int end) {
    return text.substring(Math.max(0, start), Math.min(end, text.length()));
  }

  /** How many characters the text has, in UTF-16 units. */
  public int length() {
    return text.length();
  }

  /** Offset of a token's first character in the response. */
  public int start(int token) {
    return starts[token];
  }

  /** Offset after a token's last character; its start when it shows nothing. */
  public int end(int token) {
    return token + 1 < tokens.size() ? starts[token + 1] : text.length();
  }

  /** Index of the token that the character at {@code offset} belongs to; −1 when there is none. */
  public int tokenAt(int offset) {
    if (offset < 0 || offset >= text.length()) {
      return -1;
    }
    int found = Arrays.binarySearch(starts, 0, tokens.size(), offset);
    if (found < 0) {
      return -found - 2;
    }
    while (found + 1 < tokens.size() && starts[found + 1] == offset) {
      found++;
    }
    return found;
  }
}
