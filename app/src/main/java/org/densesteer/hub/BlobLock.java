package org.densesteer.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two downloads, in this program or in two, from writing the same blob. Python tools take
 * another kind of lock on the same file; they write to files of their own, so that they cannot
 * clash with this.
 */
final class BlobLock {

  /** What is done under the lock. */
  @FunctionalInterface
  interface Action {
    /** Runs while nobody else does. */
    void run() throws IOException;
  }

  private BlobLock() {}

  /** Waits for the lock, then runs; {@code whenBusy} is run once before if another holds it. */
  static void holding(Path file, Watch watch, Runnable whenBusy, Action action) throws IOException {
    Files.createDirectories(file.getParent());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (boolean told = false; tryLock(channel) == null; told = true) {
        if (!told) {
          whenBusy.run();
        }
        watch.check();
        Watch.slice(Watch.SLICE);
      }
      action.run(); // closing the channel gives the lock back
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by another thread of this program
    }
  }
}
