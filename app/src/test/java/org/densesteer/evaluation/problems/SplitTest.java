package org.densesteer.evaluation.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.densesteer.common.FaultException;
import org.densesteer.metrics.answer.AnswerStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

  private static ProblemSet set(int count) {
    return new ProblemSet(
        "set",
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> new Problem("p" + i, "Question " + i, "" + i, AnswerStyle.GSM8K))
            .toList(),
        Provenance.TYPED);
  }

  private static List<String> ids(ProblemSet set) {
    return set.problems().stream().map(Problem::id).toList();
  }

  @Test
  void partsAreWholeApartAndInOrder() {
    ProblemSet set = set(41);
    Split split = Split.of(set, 0.3, 7);
    assertEquals(12, split.tuning().size());
    assertEquals(29, split.test().size());
    Set<String> all = new HashSet<>(ids(split.tuning()));
    all.addAll(ids(split.test()));
    assertEquals(new HashSet<>(ids(set)), all);
    List<String> tuning = ids(split.tuning());
    assertEquals(tuning, ids(set).stream().filter(tuning::contains).toList());
  }

  @Test
  void seedDecides() {
    assertEquals(ids(Split.of(set(40), 0.5, 1).test()), ids(Split.of(set(40), 0.5, 1).test()));
    assertNotEquals(ids(Split.of(set(40), 0.5, 1).test()), ids(Split.of(set(40), 0.5, 2).test()));
  }

  @Test
  void orderOfTheFileDoesNotMatter() {
    ProblemSet set = set(30);
    List<Problem> reversed = new ArrayList<>(set.problems());
    Collections.reverse(reversed);
    Split other = Split.of(new ProblemSet("set", reversed, Provenance.TYPED), 0.5, 3);
    assertEquals(
        new HashSet<>(ids(Split.of(set, 0.5, 3).tuning())), new HashSet<>(ids(other.tuning())));
  }

  /** Pinned, so that a split quoted in a report stays the same in later versions. */
  @Test
  void staysTheSameAcrossVersions() {
    assertEquals(List.of("p2", "p4"), ids(Split.of(set(6), 0.34, 1).tuning()));
  }

  @Test
  void bothPartsGetAProblem() {
    assertEquals(1, Split.of(set(3), 0.01, 1).tuning().size());
    assertEquals(1, Split.of(set(3), 0.99, 1).test().size());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 2, Double.NaN})
  void refusesSharesOutsideTheRange(double fraction) {
    assertThrows(FaultException.class, () -> Split.of(set(4), fraction, 1));
  }

  @Test
  void refusesToSplitOneProblem() {
    assertThrows(FaultException.class, () -> Split.of(set(1), 0.5, 1));
  }
}
