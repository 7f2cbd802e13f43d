package org.densesteer.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densesteer.common.FaultException;
import org.densesteer.model.memory.ByteSize;

/** Looks at the room on the disk before something large is fetched. */
final class DiskSpace {

  /** Reads the bytes that may still be written where a folder lies. */
  @FunctionalInterface
  interface Reading {
    /** Usable bytes of the disk of an existing folder. */
    long usable(Path folder) throws IOException;
  }

  private static final long SPARE = 64L << 20; // a disk filled to the last byte breaks other things

  private final Reading reading;

  DiskSpace(Reading reading) {
    this.reading = reading;
  }

  /** Looks at the real disk. */
  static DiskSpace ofDisk() {
    return new DiskSpace(folder -> Files.getFileStore(folder).getUsableSpace());
  }

  /**
   * Refuses to begin when {@code bytes} and some room to spare do not fit.
   *
   * @throws FaultException when they do not
   */
  void require(RepoId repo, Path cache, long bytes) throws IOException {
    Path folder = cache.toAbsolutePath();
    while (!Files.isDirectory(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    long usable = reading.usable(folder);
    if (bytes > 0 && usable < bytes + SPARE) {
      throw new FaultException(
          repo
              + " needs "
              + ByteSize.text(bytes + SPARE)
              + " of disk space but only "
              + ByteSize.text(usable)
              + " is free where "
              + cache
              + " lies: make room, or set HF_HUB_CACHE to a folder on another disk.");
    }
  }
}
