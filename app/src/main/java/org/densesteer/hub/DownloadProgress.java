package org.densesteer.hub;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.model.memory.ByteSize;

/**
 * How far a download has come.
 *
 * @param phase what it is doing
 * @param file the file it is at
 * @param doneBytes bytes of the whole snapshot that are here
 * @param totalBytes bytes of the whole snapshot
 * @param bytesPerSecond smoothed speed, 0 while it is not known
 * @param remaining time left at that speed, when it is known
 * @param note why it waits, a few words; empty while it does not
 */
public record DownloadProgress(
    Phase phase,
    String file,
    long doneBytes,
    long totalBytes,
    double bytesPerSecond,
    Optional<Duration> remaining,
    String note) {

  /** What a download does at a moment. */
  public enum Phase {
    /** Bytes come in. */
    DOWNLOADING,
    /** A person holds it. */
    PAUSED,
    /** It waits before it tries again, or for another program that fetches the same file. */
    WAITING,
    /** The file is here and its checksum is being computed. */
    CHECKING,
    /** Everything is here. */
    DONE
  }

  /** Before anything is known: the server is being asked. */
  static DownloadProgress asking(String server) {
    return new DownloadProgress(
        Phase.WAITING, "", 0, 0, 0, Optional.empty(), "asking " + server + " about it");
  }

  /** Done so far, 0..1. */
  public double fraction() {
    return totalBytes == 0 ? 0 : Math.min(1, (double) doneBytes / totalBytes);
  }

  /** One line for a person. */
  public String text() {
    return switch (phase) {
      case DOWNLOADING -> file + " · " + amount() + speed();
      case PAUSED -> "paused · " + amount();
      case WAITING -> totalBytes == 0 ? note : note + " · " + amount();
      case CHECKING -> "checking " + file;
      case DONE -> "complete · " + ByteSize.text(totalBytes);
    };
  }

  /** Passes text and fraction on to a plain progress. */
  public static Consumer<DownloadProgress> to(Progress progress) {
    return state -> progress.tell(state.text(), state.fraction());
  }

  private String amount() {
    return ByteSize.text(doneBytes) + " of " + ByteSize.text(totalBytes);
  }

  private String speed() {
    return bytesPerSecond < 1
        ? ""
        : " · "
            + ByteSize.text(Math.round(bytesPerSecond))
            + "/s"
            + remaining.map(r -> " · " + words(r) + " left").orElse("");
  }

  private static String words(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? Texts.of("%d:%02d min", seconds / 60, seconds % 60)
        : Texts.of("%d:%02d h", seconds / 3600, seconds / 60 % 60);
  }
}
