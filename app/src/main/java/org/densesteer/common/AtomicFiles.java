package org.densesteer.common;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes files so that a reader sees the old content or the new, never a part of it. */
public final class AtomicFiles {

  private static final AtomicLong COUNTER = new AtomicLong();

  /** Of a name as long as a file's can be, the temporary file's would be too long. */
  private static final int MOST_OF_NAME = 40;

  private static final Pattern TEMPORARY =
      Pattern.compile("\\..{1," + MOST_OF_NAME + "}\\.(?<pid>[0-9]{1,10})-[0-9]+\\.part");

  private static final Pattern IN_BRACKETS = Pattern.compile(".* \\(([^()]+)\\)");

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
      temporary = absolute.resolveSibling(temporaryName(absolute));
      writer.write(temporary);
      move(temporary, absolute);
      temporary = null;
      Leftovers.removeOnce(absolute.getParent(), TEMPORARY);
    } catch (IOException e) {
      boolean nothing = temporary != null && isAbout(e, temporary);
      String reason = nothing ? "nothing can be written into its folder" : reason(e);
      throw new FaultException("Cannot write " + target + ": " + reason + ".", e);
    } finally {
      discard(temporary);
    }
  }

  /** Whether a file that was being made is said not to exist, as in folders of the system. */
  private static boolean isAbout(IOException e, Path temporary) {
    return e instanceof NoSuchFileException missing
        && temporary.toString().equals(missing.getFile());
  }

  /** Writes a text in UTF-8; what is half a letter is replaced. */
  public static void writeText(Path target, String text) {
    write(
        target,
        temporary -> Files.write(temporary, Texts.whole(text).getBytes(StandardCharsets.UTF_8)));
  }

  /** A few words for a person about why a file operation failed. */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof java.nio.file.FileSystemException f && f.getReason() != null) {
      return Texts.inSentence(f.getReason());
    }
    String message = e.getMessage();
    if (message == null) {
      return e.getClass().getSimpleName();
    }
    // java.io puts the file's name before it, which may be a temporary one.
    Matcher brackets = IN_BRACKETS.matcher(message);
    return Texts.inSentence(
        e instanceof FileNotFoundException && brackets.matches() ? brackets.group(1) : message);
  }

  /** Not createTempFile, whose files nobody else may read. */
  private static String temporaryName(Path target) {
    String name = String.valueOf(target.getFileName());
    int length = Math.min(name.length(), MOST_OF_NAME);
    return "."
        + Texts.whole(name.substring(0, length))
        + "."
        + Leftovers.mark()
        + "-"
        + COUNTER.incrementAndGet()
        + ".part";
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
