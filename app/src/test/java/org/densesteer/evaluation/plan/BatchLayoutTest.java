package org.densesteer.evaluation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.run.SweepFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchLayoutTest {

  private static final ProblemSet PROBLEMS = SweepFixture.problems(10);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 64})
  void everyAnswerComesOnceAndABatchHoldsAllCellsOfItsProblems(int lanes) {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", lanes);
    Set<AnswerKey> keys = new HashSet<>();
    for (List<PlannedAnswer> batch : BatchLayout.grid(plan, PROBLEMS.problems())) {
      long problems = batch.stream().map(answer -> answer.problem().id()).distinct().count();
      assertEquals(problems * plan.gridArms().size(), batch.size());
      assertTrue(problems == 1 || batch.size() <= 4 * lanes, () -> batch.size() + " answers");
      batch.forEach(a -> assertTrue(keys.add(a.key()), () -> a.key() + " twice"));
    }
    assertEquals(plan.gridArms().size() * PROBLEMS.size(), keys.size());
    assertEquals(keys.size(), BatchLayout.answers(plan, SweepParts.of(plan, PROBLEMS)));
  }

  @Test
  void answersOfACellLieNextToEachOther() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", 4);
    List<List<PlannedAnswer>> batches = BatchLayout.grid(plan, PROBLEMS.problems());
    assertEquals(5, batches.size());
    List<String> second =
        batches.get(1).stream().map(a -> a.problem().id() + " " + a.arm().describe()).toList();
    assertEquals(
        List.of(
            "p3 baseline",
            "p4 baseline",
            "p3 layer 0, strength -2",
            "p4 layer 0, strength -2",
            "p3 layer 0, strength 1",
            "p4 layer 0, strength 1",
            "p3 layer 0, strength 2",
            "p4 layer 0, strength 2",
            "p3 layer 2, strength -2",
            "p4 layer 2, strength -2",
            "p3 layer 2, strength 1",
            "p4 layer 2, strength 1",
            "p3 layer 2, strength 2",
            "p4 layer 2, strength 2"),
        second);
  }

  @Test
  void placebosShareABatchWithWhatTheyStandInFor() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0.5, "random:2,flip", 3);
    SweepArm chosen = SweepArm.cell(2, 1);
    List<List<PlannedAnswer>> batches = BatchLayout.check(plan, chosen, PROBLEMS.problems());
    assertEquals(5, batches.size());
    List<String> names = batches.get(0).stream().map(a -> a.arm().name()).toList();
    assertEquals(
        List.of(
            "baseline",
            "baseline",
            "steered",
            "steered",
            "random-1",
            "random-1",
            "random-2",
            "random-2",
            "flip",
            "flip"),
        names);
  }

  @Test
  void withoutASplitOnlyPlacebosAreNew() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "flip", 12);
    List<List<PlannedAnswer>> batches =
        BatchLayout.check(plan, SweepArm.cell(2, 1), PROBLEMS.problems());
    assertEquals(1, batches.size());
    assertTrue(batches.get(0).stream().allMatch(a -> a.arm().name().equals("flip")));
  }
}
