package org.densesteer.notebook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * The notebook's journal on disk. Every line is appended under a lock that all windows share, and
 * is on the disk before {@link #append} returns. A last line that was cut off, as by a kill, is set
 * aside by whoever holds the lock next.
 */
final class NotebookFile {

  /** Most bytes of a line; a run of six answers of 8,192 tokens takes a quarter of it. */
  static final int LONGEST_LINE = 1 << 26;

  private static final int BLOCK = 1 << 16;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** File locks are held by processes: threads of this one exclude each other here. */
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final Path file;
  private final Path lockFile;
  private final Clock clock;

  NotebookFile(Path folder, Clock clock) {
    Path absolute = folder.toAbsolutePath().normalize();
    this.file = absolute.resolve("runs.jsonl");
    this.lockFile = absolute.resolve("runs.lock");
    this.clock = clock;
  }

  Path path() {
    return file;
  }

  /** Work on the file while nobody else writes to it. */
  private interface Work<T> {
    T on(FileChannel channel) throws IOException;
  }

  private <T> T alone(Work<T> work) throws IOException {
    ReentrantLock threads = THREADS.computeIfAbsent(lockFile, path -> new ReentrantLock());
    threads.lock();
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel lock =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = lock.lock();
          FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE)) {
        return work.on(channel);
      }
    } finally {
      threads.unlock();
    }
  }

  /**
   * Sets a last line aside that was cut off.
   *
   * @return a sentence about it; empty where the last line is whole
   * @throws FaultException when the file cannot be read or written
   */
  Optional<String> mend() {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      return alone(this::mend);
    } catch (IOException e) {
      throw new FaultException(
          "Cannot open the notebook " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  private Optional<String> mend(FileChannel channel) throws IOException {
    long size = channel.size();
    long whole = endOfLastLine(channel, size);
    if (whole == size) {
      return Optional.empty();
    }
    Path aside = file.resolveSibling("runs-cut-off-" + STAMP.format(clock.instant()) + ".jsonl");
    try (FileChannel out =
        FileChannel.open(aside, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (long at = whole; at < size; ) {
        at += channel.transferTo(at, size - at, out);
      }
      out.force(true);
    }
    channel.truncate(whole);
    return Optional.of(
        Texts.of(
            "The last line of the notebook %s was cut off while it was written; it was set aside as"
                + " %s, and every run before it is there.",
            file, aside.getFileName()));
  }

  private static long endOfLastLine(FileChannel channel, long size) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    for (long end = size; end > 0; ) {
      long from = Math.max(0, end - BLOCK);
      block.clear().limit((int) (end - from));
      readFully(channel, block, from);
      for (int i = block.limit() - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return from + i + 1;
        }
      }
      end = from;
    }
    return 0;
  }

  static void readFully(FileChannel channel, ByteBuffer into, long from) throws IOException {
    while (into.hasRemaining()) {
      int got = channel.read(into, from + into.position());
      if (got < 0) {
        throw new IOException("it ends too early");
      }
    }
  }

  /**
   * Appends a line, its end included, and waits until the disk has it. What a kill left of a line
   * before is set aside first.
   *
   * @return where the line begins
   * @throws FaultException when the disk refuses it; then nothing of it is left in the file
   */
  long append(byte[] line) {
    if (line.length > LONGEST_LINE) {
      throw new FaultException(
          Texts.of(
              "The run is %d MiB, and the notebook keeps none above %d.",
              line.length >> 20, LONGEST_LINE >> 20));
    }
    try {
      return alone(
          channel -> {
            mend(channel);
            long at = channel.size();
            try {
              ByteBuffer left = ByteBuffer.wrap(line);
              while (left.hasRemaining()) {
                channel.write(left, at + left.position());
              }
              channel.force(true);
            } catch (IOException e) {
              channel.truncate(at);
              throw e;
            }
            return at;
          });
    } catch (IOException e) {
      throw new FaultException(
          "Cannot write to the notebook " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }
}
