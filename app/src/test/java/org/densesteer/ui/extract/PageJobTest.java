package org.densesteer.ui.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.junit.jupiter.api.Test;

class PageJobTest {

  @Test
  void aJobThatIsBeingCancelledSaysSoUntilItEnds() {
    SameThreadTasks tasks = new SameThreadTasks();
    tasks.hold();
    PageJob job = new PageJob(tasks, new Notices());
    List<String> said = new ArrayList<>();
    job.textProperty().addListener((property, before, now) -> said.add(now));
    job.start(
        "Reading",
        (progress, cancellation) -> {
          progress.update("pair 1", 0.1);
          job.cancel();
          progress.update("pair 2", 0.2);
          throw new CancellationException("cancelled");
        },
        result -> {});
    tasks.release();
    assertEquals(List.of("Reading", "pair 1", "Cancelling", ""), said);
    assertFalse(job.runningProperty().get());
  }
}
