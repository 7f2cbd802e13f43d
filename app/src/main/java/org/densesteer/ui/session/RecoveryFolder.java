package org.densesteer.ui.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.KeptFile;
import org.densesteer.common.KeptJson;
import org.jspecify.annotations.Nullable;

/**
 * One file for every open window, beside one that the window holds a lock on. The lock goes with
 * its process, however that ends: a file whose lock can be had belongs to a window that was not
 * closed.
 */
final class RecoveryFolder {

  private static final int VERSION = 1;
  private static final String ENDING = ".json";

  private final Path folder;
  private final Consumer<FaultException> told;

  /**
   * Names the folder; nothing is read yet.
   *
   * @param told hears of files that cannot be used
   */
  RecoveryFolder(Path folder, Consumer<FaultException> told) {
    this.folder = folder;
    this.told = told;
  }

  /** The file of a window, or of one that is gone; it is ours while it is not closed. */
  static final class Place implements AutoCloseable {

    private final KeptFile<RecoveryRecord> file;
    private final Path lockFile;
    private final FileChannel channel;
    private final FileLock lock;

    private Place(Path file, Path lockFile, FileChannel channel, FileLock lock) {
      this.file =
          new KeptFile<>(
              file,
              "What a window left behind",
              "it cannot be brought back",
              new KeptJson<>(RecoveryRecord.class, VERSION, Json.PRETTY),
              Clock.systemUTC());
      this.lockFile = lockFile;
      this.channel = channel;
      this.lock = lock;
    }

    /** Writes what the window has. */
    synchronized void write(RecoveryRecord record) {
      if (lock.isValid()) {
        file.write(record);
      }
    }

    private Optional<RecoveryRecord> read(Consumer<FaultException> told) {
      return file.read(told);
    }

    /** Removes the file: the window was closed, or what it left was dealt with. */
    synchronized void remove() {
      try {
        Files.deleteIfExists(file.path());
        close();
        Files.deleteIfExists(lockFile);
      } catch (IOException e) {
        throw new FaultException(
            "Cannot remove " + file.path() + ": " + AtomicFiles.reason(e) + ".", e);
      }
    }

    @Override
    public void close() throws IOException {
      if (lock.isValid()) {
        lock.release();
      }
      channel.close();
    }
  }

  /**
   * What a window left that was not closed.
   *
   * @param place its file
   * @param record what it had
   */
  record Left(Place place, RecoveryRecord record) {}

  /**
   * Makes the place of a new window.
   *
   * @throws FaultException when the disk refuses it
   */
  Place open() {
    Path file = folder.resolve(UUID.randomUUID() + ENDING);
    try {
      Files.createDirectories(folder);
      Place place = lock(file);
      if (place == null) {
        throw new FaultException("Cannot lock " + file + ".");
      }
      return place;
    } catch (IOException e) {
      throw new FaultException("Cannot write " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  private static @Nullable Place lock(Path file) throws IOException {
    Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new Place(file, lockFile, channel, lock);
      }
    } catch (OverlappingFileLockException e) {
      // Another window of this process.
    }
    channel.close();
    return null;
  }

  /** What windows left that were not closed, latest first; theirs are ours from now on. */
  List<Left> leftBehind() {
    List<Left> left = new ArrayList<>();
    if (Files.notExists(folder)) {
      return left;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        if (!file.getFileName().toString().contains("-broken-")) {
          take(file, left);
        }
      }
    } catch (IOException e) {
      throw new FaultException("Cannot read " + folder + ": " + AtomicFiles.reason(e) + ".", e);
    }
    left.sort(Comparator.comparing((Left each) -> each.record().touched()).reversed());
    return left;
  }

  private void take(Path file, List<Left> left) throws IOException {
    Place place = lock(file);
    if (place != null) {
      Optional<RecoveryRecord> record = place.read(told);
      if (record.isPresent()) {
        left.add(new Left(place, record.get()));
      } else {
        place.close();
      }
    }
  }
}
