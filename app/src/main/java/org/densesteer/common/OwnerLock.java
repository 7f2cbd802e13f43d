package org.densesteer.common;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ownership of something on disk, by a lock on a file that is there for nothing else. One owner
 * at a time: among the processes of all computers that share the file, and within this process. It
 * ends with the process, however that ends. The file stays, empty; removing it would let two owners
 * lock two files of one name.
 *
 * <p>POSIX gives up a process's lock when the process closes any descriptor of the file. So nothing
 * in this process opens a file that it has locked already: who has what is looked up first.
 */
public final class OwnerLock implements AutoCloseable {

  /** Far beyond the content, which other processes read for the owner's name. */
  private static final long LOCK_AT = Long.MAX_VALUE - 1;

  private static final int LONGEST_NAME = 200;
  private static final int BETWEEN_TRIES_MS = 20;

  /**
   * What this process has, by the file system's own name for a file. Held here, since a channel
   * that nobody holds is closed by the garbage collector, and its file's name goes to another file.
   */
  private static final Map<Object, FileChannel> OWNED = new HashMap<>();

  private final Path file;
  private final Object key;
  private final FileChannel channel;

  private OwnerLock(Path file, Object key, FileChannel channel) {
    this.file = file;
    this.key = key;
    this.channel = channel;
  }

  /**
   * Takes the lock, if nobody has it.
   *
   * @param file the lock's file; made with its folder where it is absent
   * @return the lock, to be closed by its owner; empty when another has it
   * @throws IOException when the file cannot be written, or its file system has no locks
   */
  public static Optional<OwnerLock> take(Path file) throws IOException {
    synchronized (OWNED) {
      Object key = key(file);
      if (OWNED.containsKey(key)) {
        return Optional.empty();
      }
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      @Nullable FileLock lock = null;
      try {
        lock = channel.tryLock(LOCK_AT, 1, false);
        if (lock == null) {
          return Optional.empty();
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(name().getBytes(StandardCharsets.UTF_8)));
      } finally {
        if (lock == null) {
          channel.close();
        }
      }
      OWNED.put(key, channel);
      return Optional.of(new OwnerLock(file, key, channel));
    }
  }

  /**
   * The same, waiting a while for another owner to be done.
   *
   * @throws IOException as {@link #take}
   */
  public static Optional<OwnerLock> await(Path file, Duration longest) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    Optional<OwnerLock> lock = take(file);
    while (lock.isEmpty() && System.nanoTime() < end) {
      try {
        Thread.sleep(BETWEEN_TRIES_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
      lock = take(file);
    }
    return lock;
  }

  /** Who has the lock of a file, in a few words that end a sentence. */
  public static String owner(Path file) {
    synchronized (OWNED) {
      try {
        if (OWNED.containsKey(key(file))) {
          return "this program itself";
        }
        String name = Files.size(file) > LONGEST_NAME ? "" : Files.readString(file);
        return name.isBlank() ? "another process" : name;
      } catch (IOException e) {
        return "another process";
      }
    }
  }

  private static String name() {
    String host;
    try {
      host = " on " + InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "";
    }
    return "process " + ProcessHandle.current().pid() + host;
  }

  private static Object key(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // As it should be: it stays from the last owner.
    }
    return present(file);
  }

  private static Object present(Path file) throws IOException {
    @Nullable Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    return key == null ? file.toRealPath() : key;
  }

  /** Whether its file still has its name: another owner could lock a new file of that name. */
  public boolean excludes() {
    try {
      return present(file).equals(key);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    synchronized (OWNED) {
      try (channel) {
        channel.truncate(0);
      } catch (IOException e) {
        // The lock goes with the channel; a name that stays in the file does no harm.
      } finally {
        OWNED.remove(key);
      }
    }
  }
}
