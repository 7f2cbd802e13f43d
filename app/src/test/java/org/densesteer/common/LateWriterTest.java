package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LateWriterTest {

  private final List<String> written = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final List<Runnable> background = new ArrayList<>();
  private @Nullable Runnable waiting;
  private String content = "";
  private boolean full;

  private final LateWriter<String> writer =
      new LateWriter<>(
          () -> content,
          this::write,
          action -> waiting = action,
          background::add,
          fault -> told.add(fault.getMessage()));

  private void write(String now) {
    if (full) {
      throw new FaultException("The disk is full.");
    }
    written.add(now);
  }

  private void change(String to) {
    content = to;
    writer.changed();
  }

  private void rest() {
    if (waiting != null) {
      waiting.run();
    }
  }

  @Test
  void writesTheLastStateOnceAfterTheRest() {
    change("a");
    change("b");
    assertEquals(0, background.size());
    rest();
    background.forEach(Runnable::run);
    assertEquals(List.of("b"), written);
  }

  @Test
  void flushWritesAtOnceAndTheTimerFindsNothing() {
    change("a");
    writer.flush();
    assertEquals(List.of("a"), written);
    rest();
    writer.flush();
    assertEquals(0, background.size());
    assertEquals(List.of("a"), written);
  }

  @Test
  void anOlderStateThatComesLateIsDropped() {
    change("a");
    rest();
    change("b");
    writer.flush();
    background.forEach(Runnable::run);
    assertEquals(List.of("b"), written);
  }

  @Test
  void aFailureIsToldOnceUntilASuccess() {
    full = true;
    change("a");
    assertFalse(writer.flush());
    change("b");
    assertFalse(writer.flush());
    assertEquals(List.of("The disk is full."), told);
    full = false;
    change("c");
    assertTrue(writer.flush());
    assertEquals(List.of("c"), written);
    full = true;
    change("d");
    assertFalse(writer.flush());
    assertEquals(2, told.size());
  }

  /** A disk that was full for a while must not cost what was changed last. */
  @Test
  void whatFailedIsWrittenByTheNextFlushWithoutAnotherChange() {
    full = true;
    change("a");
    rest();
    background.forEach(Runnable::run);
    full = false;
    assertTrue(writer.flush());
    assertEquals(List.of("a"), written);
    assertTrue(writer.flush());
    assertEquals(List.of("a"), written);
  }

  @Test
  void aFlushDoesNotTrustAThreadThatHasNotWrittenYet() {
    change("a");
    rest();
    assertTrue(writer.flush());
    assertEquals(List.of("a"), written);
    background.forEach(Runnable::run);
    assertEquals(List.of("a"), written);
  }
}
