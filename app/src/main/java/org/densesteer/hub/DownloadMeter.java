package org.densesteer.hub;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.densesteer.hub.DownloadProgress.Phase;

/** Keeps the figures of one download and tells them to its listener, not too often. */
final class DownloadMeter {

  private static final long REPORT_EVERY = 100_000_000; // ns

  private final Consumer<DownloadProgress> listener;
  private final long total;
  private final SpeedMeter speed = new SpeedMeter(System::nanoTime);
  private String file = "";
  private long earlierFiles;
  private long inFile;
  private long lastReport = System.nanoTime() - REPORT_EVERY;

  DownloadMeter(Consumer<DownloadProgress> listener, long total) {
    this.listener = listener;
    this.total = total;
  }

  /** Turns to a file. */
  void begin(RemoteFile next) {
    file = next.name();
    inFile = 0;
  }

  /** The transfer starts, or starts again, with so many bytes of the file already here. */
  void at(long bytes) {
    inFile = bytes;
    speed.restart();
    report(Phase.DOWNLOADING, "");
  }

  /** Bytes came in. */
  void received(long bytes) {
    inFile += bytes;
    speed.add(bytes);
    if (System.nanoTime() - lastReport >= REPORT_EVERY) {
      report(Phase.DOWNLOADING, "");
    }
  }

  /** The file is complete. */
  void end(RemoteFile finished) {
    earlierFiles += finished.size();
    inFile = 0;
  }

  void paused() {
    report(Phase.PAUSED, "");
  }

  void waiting(String why) {
    report(Phase.WAITING, why);
  }

  void checking() {
    report(Phase.CHECKING, "");
  }

  void done() {
    report(Phase.DONE, "");
  }

  private void report(Phase phase, String note) {
    lastReport = System.nanoTime();
    long here = earlierFiles + inFile;
    double rate = speed.bytesPerSecond();
    Optional<Duration> remaining =
        phase == Phase.DOWNLOADING && rate >= 1
            ? Optional.of(Duration.ofMillis(Math.round((total - here) / rate * 1000)))
            : Optional.empty();
    listener.accept(new DownloadProgress(phase, file, here, total, rate, remaining, note));
  }
}
