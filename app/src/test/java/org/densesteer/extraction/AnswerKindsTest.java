package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.batch.BatchAnswer;
import org.junit.jupiter.api.Test;

class AnswerKindsTest {

  /** One token a character, the token the place of the answer. */
  private static BatchAnswer answer(int id, String text) {
    int[] ids = new int[text.length()];
    Arrays.fill(ids, id);
    return new BatchAnswer(
        ids,
        text,
        StopReason.END_OF_TEXT,
        new double[0],
        new double[0],
        IntStream.rangeClosed(1, ids.length).toArray(),
        false);
  }

  @Test
  void wordsAndEveryThirdPlaceOfTheOthersAlternatingByAnswer() {
    List<Prompt> prompts =
        IntStream.range(0, 4).mapToObj(i -> new Prompt("", new int[] {90 + i})).toList();
    AnswerKinds kinds =
        AnswerKinds.of(
            prompts,
            List.of(answer(1, "xxso!y"), answer(2, "aaaa"), answer(3, "so!"), answer(4, "bbbbb")),
            "so!");
    assertEquals(List.of(prompts.get(0), prompts.get(2)), kinds.with());
    assertEquals(List.of(prompts.get(1), prompts.get(3)), kinds.without());
    assertEquals(List.of(prompts.get(2)), AnswerKinds.heldOut(kinds.with()));
    assertArrayEquals(new int[] {90, 1, 1, 1, 1, 1}, kinds.texts().open().get(0));
    assertArrayEquals(new int[] {92, 3, 3, 3}, kinds.texts().open().get(1));
    // Places 0 and 3 of the first other answer, 1 and 4 of the second.
    assertEquals(4, kinds.texts().shut().size());
    assertArrayEquals(new int[] {91}, kinds.texts().shut().get(0));
    assertArrayEquals(new int[] {93, 4}, kinds.texts().shut().get(1));
    assertArrayEquals(new int[] {91, 2, 2, 2}, kinds.texts().shut().get(2));
    assertArrayEquals(new int[] {93, 4, 4, 4, 4}, kinds.texts().shut().get(3));
  }
}
