package org.densesteer.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.densesteer.hub.DownloadProgress.Phase;
import org.junit.jupiter.api.Test;

class DownloadProgressTest {

  @Test
  void readsWell() {
    assertEquals(
        "model.safetensors · 412 MB of 988 MB · 12.3 MB/s · 47 s left",
        at(Phase.DOWNLOADING, 12_300_000, 47).text());
    assertEquals(
        "model.safetensors · 412 MB of 988 MB · 12.3 MB/s · 2:05 min left",
        at(Phase.DOWNLOADING, 12_300_000, 125).text());
    assertEquals(
        "model.safetensors · 412 MB of 988 MB · 12 bytes/s · 1:02 h left",
        at(Phase.DOWNLOADING, 12, 3725).text());
    assertEquals("paused · 412 MB of 988 MB", at(Phase.PAUSED, 0, 0).text());
    assertEquals("the line is busy · 412 MB of 988 MB", at(Phase.WAITING, 0, 0).text());
    assertEquals("checking model.safetensors", at(Phase.CHECKING, 0, 0).text());
    assertEquals("complete · 988 MB", at(Phase.DONE, 0, 0).text());
  }

  @Test
  void speedIsAMeanOfTheLastSeconds() {
    AtomicLong now = new AtomicLong();
    SpeedMeter meter = new SpeedMeter(now::get);
    now.addAndGet(60_000_000_000L);
    meter.add(1_000_000);
    assertEquals(0, meter.bytesPerSecond(), "the clock starts with the first bytes");
    now.addAndGet(1_000_000_000);
    meter.add(2000);
    assertEquals(2000, meter.bytesPerSecond(), 1e-9);
    now.addAndGet(1_000_000_000);
    meter.add(0);
    double decay = Math.exp(-0.2);
    double expected = 2000 * decay / (1 + decay);
    assertEquals(expected, meter.bytesPerSecond(), 1e-9);
    meter.restart();
    now.addAndGet(60_000_000_000L);
    meter.add(5);
    assertEquals(expected, meter.bytesPerSecond(), 1e-9, "a pause does not count");
  }

  @Test
  void aShortTimeTellsNoSpeed() {
    AtomicLong now = new AtomicLong();
    SpeedMeter meter = new SpeedMeter(now::get);
    meter.add(1);
    now.addAndGet(300_000_000);
    meter.add(1000);
    assertEquals(0, meter.bytesPerSecond());
    now.addAndGet(300_000_000);
    meter.add(1000);
    assertEquals(1000 / 0.3, meter.bytesPerSecond(), 1e-9);
  }

  @Test
  void waitsDoubleUpToTheLongest() {
    RetryPolicy policy = RetryPolicy.STANDARD;
    assertEquals(Duration.ofSeconds(1), policy.waitAfter(1, Optional.empty()));
    assertEquals(Duration.ofSeconds(4), policy.waitAfter(3, Optional.empty()));
    assertEquals(Duration.ofSeconds(30), policy.waitAfter(100, Optional.empty()));
    assertEquals(Duration.ofSeconds(90), policy.waitAfter(1, Optional.of(Duration.ofSeconds(90))));
    assertEquals(Duration.ofSeconds(2), policy.waitAfter(2, Optional.of(Duration.ZERO)));
  }

  private static DownloadProgress at(Phase phase, double speed, long seconds) {
    return new DownloadProgress(
        phase,
        "model.safetensors",
        412_000_000,
        988_000_000,
        speed,
        seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty(),
        "the line is busy");
  }
}
