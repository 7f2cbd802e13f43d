package org.densesteer.evaluation.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.metrics.answer.AnswerStyle;
import org.junit.jupiter.api.Test;

class ProblemSetTest {

  private static final Problem FIRST = new Problem("1", "One?", "1", AnswerStyle.GSM8K);
  private static final Problem SECOND = new Problem("2", "Two?", "2", AnswerStyle.GSM8K);

  private static ProblemSet set(Problem... problems) {
    return new ProblemSet("set", List.of(problems), Provenance.TYPED);
  }

  @Test
  void refusesWhatIsNotASet() {
    assertThrows(FaultException.class, () -> set());
    assertThrows(FaultException.class, () -> set(FIRST, FIRST));
    assertThrows(FaultException.class, () -> new Problem("1", " ", "1", AnswerStyle.MATH));
    assertThrows(FaultException.class, () -> new Problem("1", "Q", "", AnswerStyle.MATH));
  }

  @Test
  void takesTheFirstProblems() {
    assertEquals(List.of(FIRST), set(FIRST, SECOND).first(1).problems());
    assertEquals(2, set(FIRST, SECOND).first(9).size());
    assertThrows(FaultException.class, () -> set(FIRST).first(0));
  }

  @Test
  void fingerprintSeesContentAndOrderButNotTheName() {
    String base = set(FIRST, SECOND).fingerprint();
    assertEquals(
        base, new ProblemSet("other", List.of(FIRST, SECOND), Provenance.TYPED).fingerprint());
    assertNotEquals(base, set(SECOND, FIRST).fingerprint());
    assertNotEquals(
        base, set(FIRST, new Problem("2", "Two?", "2", AnswerStyle.MATH)).fingerprint());
  }
}
