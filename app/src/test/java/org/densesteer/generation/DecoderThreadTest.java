package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DecoderThreadTest {

  @Test
  void aJobIsNotKeptWaitingByWhatRunsBetween() {
    DecoderThread thread = new DecoderThread();
    List<String> order = new ArrayList<>();
    CountDownLatch submitted = new CountDownLatch(1);
    thread.between(
        () -> {
          await(submitted);
          order.add("between");
          return order.size() < 4;
        });
    var job = thread.submit(() -> order.add("job"));
    submitted.countDown();
    assertTrue(job.join());
    thread.await(() -> true);
    thread.close(() -> order.add("last"));
    assertEquals("job", order.get(1));
    assertEquals("last", order.get(order.size() - 1));
  }

  @Test
  void nothingRunsBetweenAfterTheLastJob() {
    DecoderThread thread = new DecoderThread();
    List<String> order = new ArrayList<>();
    thread.between(
        () -> {
          order.add("between");
          return true;
        });
    thread.await(() -> true);
    thread.close(() -> order.add("last"));
    assertEquals("last", order.get(order.size() - 1));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
