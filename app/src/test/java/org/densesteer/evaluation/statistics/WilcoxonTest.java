package org.densesteer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values: scipy 1.17 {@code wilcoxon}, and counting all sign patterns where ties are. */
class WilcoxonTest {

  @Test
  void isExactForFewDifferences() {
    double[] eight = {1.5, -0.7, 2.2, 3.1, -0.2, 0.9, 4.4, -1.1};
    assertEquals(0.1484375, Wilcoxon.test(eight), 1e-12);
    double[] twelve = {1, -2, 3, 4, 5, 6, -7, 8, 9, 10, 11, -12.5};
    assertEquals(0.17626953125, Wilcoxon.test(twelve), 1e-12);
  }

  @Test
  void isExactWithTiesAndZeros() {
    assertEquals(
        0.12109375, Wilcoxon.test(new double[] {1, 1, -1, 2, 2, 3, -3, 4, 0, 0, 5}), 1e-12);
    assertEquals(0.0625, Wilcoxon.test(new double[] {2, 2, 2, 2, 2}), 1e-12);
    assertEquals(1, Wilcoxon.test(new double[] {1, -1, 1, -1}), 1e-12);
    double[] mixed = {1, -2, 2, 3, 3, 3, -4, 5, 5, 6, 7, 7};
    assertEquals(0.0166015625, Wilcoxon.test(mixed), 1e-12);
  }

  @Test
  void isApproximateForManyDifferences() {
    double[] tied = IntStream.range(0, 60).mapToDouble(i -> i * 37 % 23 - 8).toArray();
    assertEquals(0.0031931475095048523, Wilcoxon.test(tied), 1e-10);
    double[] eighty = IntStream.range(0, 80).mapToDouble(i -> i * 37 % 101 - 40.5).toArray();
    assertEquals(0.00869897069608063, Wilcoxon.test(eighty), 1e-10);
  }

  @Test
  void exactAndApproximateMeetAtTheLimit() {
    double[] fifty =
        IntStream.rangeClosed(1, Wilcoxon.MOST_EXACT)
            .mapToDouble(i -> i % 3 == 0 ? -i : i)
            .toArray();
    double[] more = Arrays.copyOf(fifty, fifty.length + 1);
    more[fifty.length] = 0.5;
    assertEquals(Wilcoxon.test(fifty), Wilcoxon.test(more), 0.003);
  }

  @Test
  void seesNothingInZerosAndRefusesNaN() {
    assertEquals(1, Wilcoxon.test(new double[] {0, 0}));
    assertEquals(1, Wilcoxon.test(new double[0]));
    assertThrows(IllegalArgumentException.class, () -> Wilcoxon.test(new double[] {1, Double.NaN}));
  }

  /** 2 P(W ≤ 408) of ranks 1 to 50, counted with Python's whole numbers; approximate: 0.0271. */
  @Test
  void isExactUpToTheLimit() {
    double[] fifty =
        IntStream.rangeClosed(1, Wilcoxon.MOST_EXACT)
            .mapToDouble(i -> i % 3 == 0 ? -i : i)
            .toArray();
    assertEquals(0.02616696817119646, Wilcoxon.test(fifty), 1e-12);
  }
}
