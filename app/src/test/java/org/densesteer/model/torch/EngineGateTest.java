package org.densesteer.model.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EngineGateTest {

  private final EngineGate gate = new EngineGate();

  @Test
  void aCallUnderWayIsWaitedFor() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch mayLeave = new CountDownLatch(1);
    AtomicBoolean left = new AtomicBoolean();
    Thread caller =
        start(
            () -> {
              inside.countDown();
              await(mayLeave);
              left.set(true);
            });
    inside.await();
    assertFalse(gate.shut(10, TimeUnit.MILLISECONDS));
    mayLeave.countDown();
    assertTrue(gate.shut(20, TimeUnit.SECONDS));
    assertTrue(left.get());
    caller.join();
  }

  @Test
  void nobodyComesThroughAShutGate() throws Exception {
    assertTrue(gate.shut(1, TimeUnit.SECONDS));
    AtomicBoolean entered = new AtomicBoolean();
    Thread caller = start(() -> entered.set(true));
    while (caller.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertFalse(entered.get());
  }

  @Test
  void aCallGivesItsResult() {
    assertEquals(7, gate.pass(() -> 7));
  }

  private Thread start(Runnable call) {
    Thread thread =
        new Thread(
            () ->
                gate.pass(
                    () -> {
                      call.run();
                      return true;
                    }));
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
