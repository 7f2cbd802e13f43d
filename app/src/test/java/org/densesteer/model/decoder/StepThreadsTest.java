package org.densesteer.model.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class StepThreadsTest {

  private static final int MS = 1_000_000;

  /** What a step takes by its threads on two free cores, and where another program takes one. */
  private static final IntUnaryOperator FREE = threads -> threads == 2 ? 40 : 60;

  private static final IntUnaryOperator TAKEN = threads -> threads == 2 ? 150 : 60;

  /** Cores that other programs take. */
  private double others = 1;

  private long now = Long.MAX_VALUE - 3_000_000_000L;

  /** Milliseconds that so many steps take. */
  private long run(StepThreads threads, int steps, int lines, IntUnaryOperator cost) {
    long sum = 0;
    for (int i = 0; i < steps; i++) {
      int ms = cost.applyAsInt(threads.next()) * lines / 2;
      now += (long) ms * MS;
      threads.took(lines, (long) ms * MS, now);
      sum += ms;
    }
    return sum;
  }

  @Test
  void freeCoresAreAllUsed() {
    StepThreads threads = new StepThreads(2, true, () -> others);
    long took = run(threads, 1000, 2, FREE);
    assertTrue(took < 1.01 * 1000 * 40, "took " + took);
  }

  @Test
  void fewerAreUsedWhileAnotherProgramTakesACoreAndAllAgainAfterIt() {
    StepThreads threads = new StepThreads(2, true, () -> others);
    run(threads, 20, 2, FREE);
    long taken = run(threads, 400, 2, TAKEN);
    assertTrue(taken < 400 * 60 * 1.1, "took " + taken);
    run(threads, 200, 2, FREE);
    assertEquals(2, threads.next());
  }

  @Test
  void aCoreThatWasTakenFromTheBeginningIsFoundOut() {
    StepThreads threads = new StepThreads(2, true, () -> others);
    run(threads, 20, 2, TAKEN);
    long taken = run(threads, 400, 2, TAKEN);
    assertTrue(taken < 400 * 60 * 1.1, "took " + taken);
    run(threads, 200, 2, FREE);
    assertEquals(2, threads.next());
  }

  /** Three of twenty steps take half as long again and more: all threads are still quicker. */
  @Test
  void shortDisturbancesAreNotTakenForAnotherProgram() {
    StepThreads threads = new StepThreads(2, true, () -> others);
    run(threads, 20, 2, FREE);
    long took = 0;
    for (int i = 0; i < 50; i++) {
      took += run(threads, 17, 2, FREE);
      took += run(threads, 3, 2, count -> count == 2 ? 80 : 60);
    }
    assertTrue(took < 1.02 * 50 * (17 * 40 + 3 * 80), "took " + took);
  }

  /** The first step with all threads again is disturbed, the next is not. */
  @Test
  void oneDisturbedStepDoesNotKeepThreadsAway() {
    StepThreads threads = new StepThreads(2, true, () -> others);
    run(threads, 20, 2, FREE);
    run(threads, 400, 2, TAKEN);
    boolean[] disturbed = {true};
    IntUnaryOperator freed =
        count -> {
          if (count == 2 && disturbed[0]) {
            disturbed[0] = false;
            return 900;
          }
          return FREE.applyAsInt(count);
        };
    while (disturbed[0]) {
      run(threads, 1, 2, freed);
    }
    run(threads, 1, 2, freed);
    assertEquals(2, threads.next());
  }

  /** Steps with fewer threads are sometimes the quicker ones; no other program runs. */
  @Test
  void withoutOtherProgramsNothingIsTried() {
    StepThreads threads = new StepThreads(2, true, () -> others);
    others = 0;
    for (int i = 0; i < 200; i++) {
      assertEquals(2, threads.next());
      run(threads, 1, 2, i % 10 < 4 ? TAKEN : FREE);
    }
  }

  @Test
  void allAreUsedWithinASecondOnceOtherProgramsAreGone() {
    StepThreads threads = new StepThreads(2, true, () -> others);
    run(threads, 400, 2, TAKEN);
    assertEquals(1, threads.next());
    others = 0;
    run(threads, 20, 2, FREE);
    assertEquals(2, threads.next());
  }

  @Test
  void whereNobodyTellsOfOtherProgramsTimesDo() {
    StepThreads threads = new StepThreads(2, true, () -> Double.NaN);
    run(threads, 20, 2, FREE);
    run(threads, 400, 2, TAKEN);
    assertEquals(1, threads.next());
  }

  @Test
  void theMoodsOfTheMemoryAreNotTakenForAnotherProgram() {
    StepThreads threads = new StepThreads(2, true, () -> others);
    run(threads, 20, 2, FREE);
    long took = run(threads, 200, 2, count -> count == 2 ? 55 : 60);
    assertTrue(took < 200 * 55.5, "took " + took);
  }

  @Test
  void stepsOfOtherSizesAreJudgedByTheirOwnTimes() {
    StepThreads threads = new StepThreads(2, true, () -> others);
    long took = 0;
    for (int i = 0; i < 100; i++) {
      took += run(threads, 1, 2, FREE) + run(threads, 1, 16, FREE);
    }
    assertTrue(took < 1.02 * 100 * (40 + 320), "took " + took);
  }

  @Test
  void manyCoresGiveUpOneFirst() {
    StepThreads threads = new StepThreads(16, true, () -> others);
    IntUnaryOperator free = count -> 640 / count;
    IntUnaryOperator oneTaken = count -> count == 16 ? 120 : 640 / count;
    run(threads, 20, 2, free);
    run(threads, 40, 2, oneTaken);
    assertEquals(15, threads.next());
  }

  @Test
  void whereTheNumberShowsInTheResultsItStays() {
    StepThreads threads = new StepThreads(2, false, () -> others);
    run(threads, 20, 2, FREE);
    run(threads, 50, 2, TAKEN);
    assertEquals(2, threads.next());
  }
}
