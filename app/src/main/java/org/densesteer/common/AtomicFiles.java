package org.densesteer.common;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Writes files so that a reader sees the old content or the new, never a part of it. */
public final class AtomicFiles {

  private static final AtomicLong COUNTER = new AtomicLong();

  private AtomicFiles() {}

  /** What writes the content to the temporary file it is given. */
  @FunctionalInterface
  public interface Writer {
    /** Writes the whole content to {@code temporary}. */
    void write(Path temporary) throws IOException;
  }

  /**
   * Lets {@code writer} fill a temporary file beside {@code target} and moves it there. The
   * temporary file is removed when anything fails.
   *
   * @throws FaultException when the folder cannot be written or the disk is full
   */
  public static void write(Path target, Writer writer) {
    Path absolute = target.toAbsolutePath();
    @Nullable Path temporary = null;
    try {
      Files.createDirectories(absolute.getParent());
      temporary = absolute.resolveSibling("." + absolute.getFileName() + "." + unique() + ".part");
      writer.write(temporary);
      move(temporary, absolute);
      temporary = null;
    } catch (IOException e) {
      throw new FaultException("Cannot write " + target + ": " + reason(e) + ".", e);
    } finally {
      discard(temporary);
    }
  }

  /** A few words for a person about why a file operation failed. */
  public static String reason(IOException e) {
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "it does not exist";
    }
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof java.nio.file.FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /** Not createTempFile, whose files nobody else may read. */
  private static String unique() {
    return ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet();
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(@Nullable Path temporary) {
    if (temporary != null) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException e) {
        temporary.toFile().deleteOnExit();
      }
    }
  }
}
