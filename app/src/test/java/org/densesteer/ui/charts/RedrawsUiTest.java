package org.densesteer.ui.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RedrawsUiTest {

  private static final long HOUR_NS = 3_600_000_000_000L;

  private final AtomicInteger drawn = new AtomicInteger();

  private void times(int times, Runnable action) {
    for (int i = 0; i < times; i++) {
      WaitForAsyncUtils.waitForAsyncFx(5_000, action);
      WaitForAsyncUtils.waitForFxEvents();
    }
  }

  @Test
  void whatGrowsWaitsForItsTurnAndWhatEndsDoesNot() {
    Redraws redraws = new Redraws(drawn::incrementAndGet, HOUR_NS);
    times(5, redraws::soon);
    assertEquals(1, drawn.get());
    times(1, redraws::next);
    assertEquals(2, drawn.get());
  }

  @Test
  void withoutAnIntervalAllIsDrawn() {
    times(5, new Redraws(drawn::incrementAndGet, 0)::soon);
    assertEquals(5, drawn.get());
  }

  @Test
  void theLastChangeIsDrawn() throws TimeoutException {
    Redraws redraws = new Redraws(drawn::incrementAndGet, 50_000_000);
    WaitForAsyncUtils.waitForAsyncFx(5_000, redraws::soon);
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> drawn.get() == 1);
    WaitForAsyncUtils.waitForAsyncFx(5_000, redraws::soon);
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> drawn.get() == 2);
  }
}
