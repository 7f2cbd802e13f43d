package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DraftTest {

  private static Draft after(int[] text, int... answer) {
    Draft draft = new Draft(text);
    for (int token : answer) {
      draft.accept(token);
    }
    return draft;
  }

  @Test
  void anAnswerBeginsAsTheTextDoesAndGoesOnAsItDoes() {
    int[] text = {5, 6, 7, 8};
    assertArrayEquals(new int[] {5, 6}, new Draft(text).guess(2));
    assertArrayEquals(new int[] {7, 8}, after(text, 5, 6).guess(9));
    assertArrayEquals(new int[0], after(text, 5, 6, 7, 8).guess(9));
    assertArrayEquals(new int[0], after(text, 5, 6, 7, 8, 9, 10).guess(3));
    assertArrayEquals(new int[0], new Draft(new int[0]).guess(3));
  }

  @Test
  void whereTheyPartTheAnswerIsTakenUpBehindItsLongestEndInTheText() {
    int[] text = {1, 2, 3, 9, 3, 4, 2, 3, 5};
    // 3 stands three times, 2 3 twice; 7 does not, and has the place of 1.
    assertArrayEquals(new int[] {2, 3}, after(text, 7).guess(2));
    assertArrayEquals(new int[] {9, 3}, after(text, 7, 2, 3).guess(2));
    assertArrayEquals(new int[] {5}, after(text, 7, 4, 2, 3).guess(2));
  }

  /** 3 stands at 0, 3 and 6; behind 1 and something new, the place that was due is 2. */
  @Test
  void ofEquallyLongEndsTheNearestToThePlaceThatIsDueCounts() {
    int[] text = {3, 1, 2, 3, 4, 5, 3, 6};
    assertArrayEquals(new int[] {4}, after(text, 3, 1, 8, 3).guess(1));
  }

  /** The second of two tokens that were replaced is guessed wrong, the token behind them right. */
  @Test
  void whatStandsNowhereInTheTextHasReplacedWhatWasDue() {
    int[] text = {1, 2, 3, 4, 5, 6};
    assertArrayEquals(new int[] {3, 4}, after(text, 1, 70).guess(2));
    assertArrayEquals(new int[] {4, 5}, after(text, 1, 70, 80).guess(2));
    assertArrayEquals(new int[] {5, 6}, after(text, 1, 70, 80, 4).guess(2));
    assertArrayEquals(new int[0], after(text, 1, 2, 3, 4, 5, 90).guess(2));
  }

  @Test
  void whatWasRightLatelyIsExpectedAgain() {
    int[] text = new int[60];
    for (int i = 0; i < text.length; i++) {
      text[i] = i;
    }
    Draft right = new Draft(text);
    Draft wrong = new Draft(text);
    double before = right.expected(7);
    for (int i = 0; i < 30; i++) {
      right.accept(i);
      // Every second token is another one, so that an end of one token is followed by a wrong
      // guess.
      wrong.accept(i % 2 == 0 ? i : 1000 + i);
    }
    assertTrue(right.expected(7) > 7.5, "expected " + right.expected(7));
    assertTrue(right.expected(7) > before);
    wrong.accept(30);
    assertTrue(wrong.expected(7) < 1.4, "expected " + wrong.expected(7));
    assertEquals(1, wrong.expected(0));
  }
}
