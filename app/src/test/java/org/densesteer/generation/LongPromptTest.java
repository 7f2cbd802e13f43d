package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.densesteer.steering.Positions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Prompts of several pieces on the sample model: progress, and stopping in the middle. */
class LongPromptTest {

  private static final int TOKENS = 700;

  private static ModelSession session;

  @BeforeAll
  static void open() {
    session = SampleSession.open();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static Prompt prompt(int salt) {
    int[] ids = new int[TOKENS];
    for (int i = 0; i < TOKENS; i++) {
      ids[i] = (7 * i * i + 3 * i + salt) % 400;
    }
    return session.rawPrompt(ids);
  }

  private static GenerationRequest request(Prompt prompt) {
    Arm steered = Arm.steered(SampleSession.steering(3, 1, Positions.EVERYWHERE));
    return new GenerationRequest(
        prompt, List.of(Arm.baseline(), steered), Sampling.GREEDY, 5, true);
  }

  private static RunListener onReading(IntConsumer tokens) {
    return new RunListener() {
      @Override
      public void onToken(TokenEvent event) {}

      @Override
      public void onReading(int read, int all) {
        assertEquals(TOKENS, all);
        tokens.accept(read);
      }
    };
  }

  private static Throwable failure(CompletableFuture<?> future) {
    return assertThrows(CompletionException.class, future::join).getCause();
  }

  @Test
  void everyReadingTellsHowFarItIs() {
    List<Integer> told = new ArrayList<>();
    session.run(request(prompt(1)), onReading(told::add), new RunControl()).join();
    assertEquals(List.of(0, 512, TOKENS, 0, 512, TOKENS), told);
  }

  @Test
  void aRunIsStoppedWithinItsPromptAndTheNextGivesTheSame() {
    List<Trace> whole = session.run(request(prompt(2)), RunListener.NONE, new RunControl()).join();
    for (int stop = 1; stop <= 6; stop++) {
      RunControl control = new RunControl();
      List<Integer> told = new ArrayList<>();
      int last = stop;
      session.readPrompt(prompt(100 + stop)).join();
      RunListener listener =
          onReading(
              tokens -> {
                told.add(tokens);
                if (told.size() == last) {
                  control.cancel();
                }
              });
      CompletableFuture<List<Trace>> stopped =
          session.run(request(prompt(200 + stop)), listener, control);
      if (stop < 6) {
        assertInstanceOf(CancellationException.class, failure(stopped));
        assertEquals(stop, told.size());
      } else {
        assertEquals(StopReason.CANCELLED, stopped.join().get(0).stopReason());
      }
    }
    List<Trace> again = session.run(request(prompt(2)), RunListener.NONE, new RunControl()).join();
    for (int arm = 0; arm < 2; arm++) {
      assertArrayEquals(whole.get(arm).tokenIds(), again.get(arm).tokenIds());
    }
  }

  /** Holds up the decoder's thread until it is opened. */
  private static CountDownLatch holdUp() {
    CountDownLatch held = new CountDownLatch(1);
    session.withDecoder(
        decoder -> {
          try {
            held.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return true;
        });
    return held;
  }

  @Test
  void whatIsReadAheadGivesWayToAnotherPrompt() {
    CountDownLatch held = holdUp();
    CompletableFuture<PromptReport> first = session.readPrompt(prompt(31));
    CompletableFuture<PromptReport> second = session.readPrompt(prompt(32));
    CompletableFuture<List<Trace>> run =
        session.run(request(prompt(33)), RunListener.NONE, new RunControl());
    held.countDown();
    assertInstanceOf(CancellationException.class, failure(first));
    assertInstanceOf(CancellationException.class, failure(second));
    assertEquals(2, run.join().size());
  }

  @Test
  void whatARunWaitsForIsReadToItsEnd() {
    CountDownLatch held = holdUp();
    CompletableFuture<PromptReport> ahead = session.readPrompt(prompt(51));
    CompletableFuture<List<Trace>> run =
        session.run(request(prompt(51)), RunListener.NONE, new RunControl());
    CompletableFuture<PromptReport> other = session.readPrompt(prompt(52));
    held.countDown();
    assertEquals(session.info().layers(), ahead.join().computedBlocks());
    assertEquals(2, run.join().size());
    assertEquals(session.info().layers(), other.join().computedBlocks());
  }

  @Test
  void aRunBehindItsOwnPromptHearsOfItAndStopsIt() {
    CountDownLatch held = holdUp();
    RunControl control = new RunControl();
    List<Integer> told = new ArrayList<>();
    CompletableFuture<PromptReport> ahead = session.readPrompt(prompt(41));
    CompletableFuture<List<Trace>> run =
        session.run(
            request(prompt(41)),
            onReading(
                tokens -> {
                  told.add(tokens);
                  if (tokens > 0) {
                    control.cancel();
                  }
                }),
            control);
    held.countDown();
    assertInstanceOf(CancellationException.class, failure(ahead));
    assertInstanceOf(CancellationException.class, failure(run));
    assertTrue(told.equals(List.of(0, 512)), told::toString);
  }
}
