package org.densesteer.steering.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.steering.format.VectorFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where deleted vectors lie for a month, so that a deletion can be taken back. */
final class Trash {

  private static final Logger LOG = LoggerFactory.getLogger(Trash.class);
  private static final Duration KEPT = Duration.ofDays(30);

  private final Path folder;
  private final Clock clock;

  Trash(Path library, Clock clock) {
    this.folder = library.resolve("trash");
    this.clock = clock;
  }

  /** Moves a file here; returns where it lies now. */
  Path take(Path file) {
    String stem = VectorFiles.baseName(file);
    Path target = folder.resolve(stem + VectorFolder.ENDING);
    for (int number = 2; Files.exists(target); number++) {
      target = folder.resolve(stem + "~" + number + VectorFolder.ENDING);
    }
    try {
      Files.createDirectories(folder);
      Files.move(file, target);
      Files.setLastModifiedTime(target, FileTime.from(clock.instant()));
    } catch (IOException e) {
      throw new FaultException("Cannot delete " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
    return target;
  }

  /** Removes for good what was deleted more than a month ago. */
  void purge() {
    Instant limit = clock.instant().minus(KEPT);
    for (Path file : VectorFolder.files(folder)) {
      try {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        LOG.debug("An old deleted vector stays: {}", file, e);
      }
    }
  }
}
