package org.densesteer.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.notebook.WordDiff.Piece;
import org.junit.jupiter.api.Test;

class WordDiffTest {

  @Test
  void wordsOfOneTextOnlyStandApart() {
    WordDiff diff = WordDiff.of("So we add: 2 + 3 = 5.", "So we add: 4 + 3 = 5.");
    assertEquals(
        List.of(
            new Piece(true, "So we add: "), new Piece(false, "2 "), new Piece(true, "+ 3 = 5.")),
        diff.first());
    assertEquals(
        List.of(
            new Piece(true, "So we add: "), new Piece(false, "4 "), new Piece(true, "+ 3 = 5.")),
        diff.second());
    assertEquals(1, diff.apart());
    WordDiff longer = WordDiff.of("done", "Then done");
    assertEquals(List.of(new Piece(true, "done")), longer.first());
    assertEquals(List.of(new Piece(false, "Then "), new Piece(true, "done")), longer.second());
  }

  @Test
  void otherWhiteSpaceMakesNoOtherWord() {
    WordDiff diff = WordDiff.of("a\n\nb", "a b");
    assertEquals(List.of(new Piece(true, "a\n\nb")), diff.first());
    assertEquals(List.of(new Piece(true, "a b")), diff.second());
    assertEquals(0, diff.apart());
    assertEquals(new WordDiff(List.of(), List.of()), WordDiff.of("", ""));
    assertEquals(List.of(new Piece(false, "x")), WordDiff.of("x", "").first());
  }

  @Test
  void nothingOfATextIsLost() {
    String first = "  one two\nthree three two four";
    String second = "two three five\n\nfour one";
    WordDiff diff = WordDiff.of(first, second);
    assertEquals(first, joined(diff.first()));
    assertEquals(second, joined(diff.second()));
  }

  private static String joined(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }
}
