package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.ExitSequence.Stage;
import org.junit.jupiter.api.Test;

class ExitSequenceTest {

  private final ExitSequence sequence = new ExitSequence();
  private final List<String> done = new ArrayList<>();

  @Test
  void jobsComeBeforeTheEngineWhateverWasAddedFirst() {
    sequence.add(Stage.ENGINE, () -> done.add("engine"));
    sequence.add(Stage.JOBS, () -> done.add("one job"));
    sequence.add(Stage.JOBS, () -> done.add("another"));
    assertFalse(sequence.underWay());
    sequence.run();
    assertTrue(sequence.underWay());
    assertEquals(List.of("one job", "another", "engine"), done);
  }

  @Test
  void whatIsTakenBackIsNotDone() {
    Runnable job = () -> done.add("job");
    sequence.add(Stage.JOBS, job);
    sequence.remove(Stage.JOBS, job);
    sequence.run();
    assertEquals(List.of(), done);
  }

  @Test
  void aFailureDoesNotKeepTheOthersFromTheirTurn() {
    sequence.add(
        Stage.JOBS,
        () -> {
          throw new IllegalStateException("disk full");
        });
    sequence.add(Stage.ENGINE, () -> done.add("engine"));
    sequence.run();
    assertEquals(List.of("engine"), done);
  }
}
