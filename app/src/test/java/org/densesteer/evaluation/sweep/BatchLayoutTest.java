package org.densesteer.evaluation.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.densesteer.evaluation.problems.ProblemSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchLayoutTest {

  private static final ProblemSet PROBLEMS = SweepFixture.problems(10);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 64})
  void everyAnswerComesOnceAndNoBatchIsTooLarge(int rows) {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", rows);
    Set<AnswerKey> keys = new HashSet<>();
    for (List<SweepRow> batch : BatchLayout.grid(plan, PROBLEMS.problems())) {
      assertTrue(batch.size() <= rows && !batch.isEmpty(), () -> batch.size() + " rows");
      batch.forEach(row -> assertTrue(keys.add(row.key()), () -> row.key() + " twice"));
      Set<Integer> layers = new HashSet<>();
      batch.stream().map(row -> row.arm().layer()).filter(l -> l != null).forEach(layers::add);
      assertTrue(layers.size() <= 1, () -> "layers " + layers);
    }
    assertEquals(plan.gridArms().size() * PROBLEMS.size(), keys.size());
    assertEquals(keys.size(), BatchLayout.rows(plan, SweepParts.of(plan, PROBLEMS)));
  }

  @Test
  void strengthsOfALayerAndSeveralProblemsShareABatch() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", 8);
    List<List<SweepRow>> batches = BatchLayout.grid(plan, PROBLEMS.problems());
    assertEquals(10, batches.size());
    List<String> first =
        batches.get(0).stream().map(r -> r.problem().id() + " " + r.arm().describe()).toList();
    assertEquals(
        List.of(
            "p1 baseline",
            "p2 baseline",
            "p1 layer 0, strength -2",
            "p1 layer 0, strength 1",
            "p1 layer 0, strength 2",
            "p2 layer 0, strength -2",
            "p2 layer 0, strength 1",
            "p2 layer 0, strength 2"),
        first);
    assertEquals("p2 layer 2, strength 2", last(batches.get(1)));
    assertEquals("p4 layer 0, strength 2", last(batches.get(2)));
  }

  @Test
  void placebosShareABatchWithWhatTheyStandInFor() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0.5, "random:2,flip", 12);
    SweepArm chosen = SweepArm.cell(2, 1);
    List<List<SweepRow>> batches = BatchLayout.check(plan, chosen, PROBLEMS.problems());
    assertEquals(5, batches.size());
    List<String> names = batches.get(0).stream().map(row -> row.arm().name()).toList();
    List<String> once = List.of("baseline", "steered", "random-1", "random-2", "flip");
    List<String> twice = new ArrayList<>(once);
    twice.addAll(once);
    assertEquals(twice, names);
  }

  @Test
  void withoutASplitOnlyPlacebosAreNew() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "flip", 12);
    List<List<SweepRow>> batches =
        BatchLayout.check(plan, SweepArm.cell(2, 1), PROBLEMS.problems());
    assertEquals(1, batches.size());
    assertTrue(batches.get(0).stream().allMatch(row -> row.arm().name().equals("flip")));
  }

  private static String last(List<SweepRow> batch) {
    SweepRow row = batch.get(batch.size() - 1);
    return row.problem().id() + " " + row.arm().describe();
  }
}
