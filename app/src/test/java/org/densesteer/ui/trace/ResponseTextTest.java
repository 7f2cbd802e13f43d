package org.densesteer.ui.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.densesteer.generation.TokenEvent;
import org.junit.jupiter.api.Test;

class ResponseTextTest {

  private static ResponseText of(String... pieces) {
    ResponseText text = new ResponseText();
    for (int i = 0; i < pieces.length; i++) {
      text.append(List.of(new TokenEvent(0, i, i, pieces[i], 0, 1, 1, 0, 0, 0, 0, List.of())));
    }
    return text;
  }

  @Test
  void findsTheTokenOfEveryCharacter() {
    ResponseText text = of("So", " we", " add");
    int[] tokens = new int[text.length()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = text.tokenAt(i);
    }
    assertEquals(
        List.of(0, 0, 1, 1, 1, 2, 2, 2, 2), java.util.Arrays.stream(tokens).boxed().toList());
  }

  @Test
  void tokensWithoutTextOwnNoCharacter() {
    ResponseText text = of("a", "", "", "b", "");
    assertEquals(0, text.tokenAt(0));
    assertEquals(3, text.tokenAt(1));
    assertEquals(1, text.start(1));
    assertEquals(1, text.end(1));
    assertEquals(2, text.start(4));
  }

  @Test
  void thereIsNothingBesideTheText() {
    ResponseText text = of("a");
    assertEquals(-1, text.tokenAt(-1));
    assertEquals(-1, text.tokenAt(1));
    assertEquals(-1, new ResponseText().tokenAt(0));
  }

  @Test
  void growsPastItsFirstSizeAndStartsAnew() {
    ResponseText text = new ResponseText();
    for (int i = 0; i < 1000; i++) {
      text.append(List.of(new TokenEvent(0, i, i, "ab", 0, 1, 1, 0, 0, 0, 0, List.of())));
    }
    assertEquals(999, text.tokenAt(1999));
    assertEquals(1998, text.start(999));
    text.clear();
    assertEquals(0, text.length());
    assertEquals(0, text.size());
  }
}
