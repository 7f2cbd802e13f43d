package org.densesteer.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpoiltTextTest {

  private static final int[] TEXT = IntStream.range(0, 200).toArray();

  private static int[] spoilt(double share) {
    return SpoiltText.of(TEXT, share, 1000, new SplittableRandom(1));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.25, 50", "0.5, 100", "0.8, 160", "1, 200"})
  void asManyTokensAsAskedForStay(double share, int right) {
    int[] draft = spoilt(share);
    assertEquals(right, IntStream.range(0, 200).filter(i -> draft[i] == TEXT[i]).count());
    assertTrue(IntStream.of(draft).allMatch(id -> id >= 0 && id < 1000));
  }

  /** 40 wrong tokens are 20 runs; some of them meet. */
  @Test
  void theOthersLieInShortRuns() {
    int[] draft = spoilt(0.8);
    long begins =
        IntStream.range(0, 200)
            .filter(i -> draft[i] != TEXT[i] && (i == 0 || draft[i - 1] == TEXT[i - 1]))
            .count();
    assertTrue(begins >= 12 && begins <= 20, begins + " runs");
  }

  @Test
  void shortTextsAreSpoiltToo() {
    assertArrayEquals(new int[0], SpoiltText.of(new int[0], 0.5, 10, new SplittableRandom(1)));
    assertTrue(SpoiltText.of(new int[] {4}, 0, 10, new SplittableRandom(1))[0] != 4);
  }
}
