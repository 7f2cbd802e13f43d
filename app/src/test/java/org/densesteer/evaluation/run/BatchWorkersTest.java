package org.densesteer.evaluation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.batch.BatchRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchWorkersTest {

  private static final ProblemSet PROBLEMS = SweepFixture.problems(12);
  private static final SweepPlan PLAN = SweepFixture.plan(PROBLEMS, 0, "", 2);

  @TempDir Path folder;

  /** Works on two batches at once and takes longest for the first. */
  private static class TwoWorkers implements AnswerEngine {

    final AtomicInteger calls = new AtomicInteger();
    final CountDownLatch second = new CountDownLatch(1);
    final CountDownLatch third = new CountDownLatch(1);

    @Override
    public int workers() {
      return 2;
    }

    @Override
    public Prompt prompt(ChatFrame frame, String userTurn) {
      return new PaperEngine().prompt(frame, userTurn);
    }

    @Override
    public void answer(BatchRequest batch, BatchRequest.Listener listener, SweepControl control) {
      int call = calls.incrementAndGet();
      if (call == 3) {
        third.countDown();
      }
      if (call == 2) {
        second.countDown();
      }
      beginning(call);
      new PaperEngine().answer(batch, listener, control);
    }

    void beginning(int call) {
      if (call == 1) {
        await(third);
      }
    }

    static void await(CountDownLatch latch) {
      try {
        assertTrue(latch.await(20, TimeUnit.SECONDS), "the other worker did not come");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public int countTokens(String text) {
      return new PaperEngine().countTokens(text);
    }
  }

  private static void run(AnswerEngine engine, Path out) {
    new SweepRunner(PLAN, PROBLEMS, SweepFixture.VECTOR, engine)
        .run(
            new SweepFolder(out),
            SweepFixture.ORIGIN,
            false,
            answer -> {},
            Progress.NONE,
            new SweepControl());
  }

  @Test
  void twoWorkersGiveTheBytesOfOne() throws Exception {
    run(new PaperEngine(), folder.resolve("one"));
    TwoWorkers engine = new TwoWorkers();
    run(engine, folder.resolve("two"));
    assertTrue(engine.calls.get() > 3, engine.calls + " batches");
    for (String name : List.of("answers.jsonl", "cells.csv")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("one").resolve(name)),
          Files.readAllBytes(folder.resolve("two").resolve(name)),
          name);
    }
  }

  @Test
  void theFailureOfOneWorkerEndsTheWorkOfAll() {
    CompletableFuture<Thread> failing = new CompletableFuture<>();
    TwoWorkers engine =
        new TwoWorkers() {
          @Override
          void beginning(int call) {
            if (call == 1) {
              failing.complete(Thread.currentThread());
              await(second);
              throw new FaultException("The model ran away.");
            }
            joinFirst();
          }

          /** The other batch ends only when the failure is known. */
          private void joinFirst() {
            try {
              failing.join().join(20_000);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    FaultException fault = assertThrows(FaultException.class, () -> run(engine, folder));
    assertEquals("The model ran away.", fault.getMessage());
    assertEquals(2, engine.calls.get(), "batches");
  }
}
