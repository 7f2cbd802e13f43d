package org.densesteer.evaluation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.evaluation.plan.AnswerKey;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.results.PlainAnswers;
import org.densesteer.evaluation.results.SweepAnswer;
import org.junit.jupiter.api.Test;

class BatchOrderTest {

  private final List<String> heard = new ArrayList<>();
  private final BatchOrder order = new BatchOrder(answer -> heard.add(answer.text()));

  private static SweepAnswer answer(String text) {
    AnswerKey key = new AnswerKey(SweepArm.BASELINE, text);
    return PlainAnswers.of(key, text, null, false, 1, 1, 1, 1, 1, 1, false, false);
  }

  @Test
  void laterBatchesWaitForEarlierOnes() {
    order.add(1, answer("b1"));
    order.add(0, answer("a1"));
    assertEquals(List.of("a1"), heard);
    order.finish(1);
    order.add(0, answer("a2"));
    assertEquals(List.of("a1", "a2"), heard);
    order.add(2, answer("c1"));
    order.finish(0);
    assertEquals(List.of("a1", "a2", "b1", "c1"), heard);
    order.add(2, answer("c2"));
    assertEquals("c2", heard.get(4));
  }

  @Test
  void anEmptyBatchDoesNotHoldTheOthersUp() {
    order.finish(0);
    order.add(1, answer("b1"));
    assertEquals(List.of("b1"), heard);
  }
}
