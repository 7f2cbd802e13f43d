package org.densesteer.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file in which the workbench remembers something from one start to the next. A broken one is set
 * aside under another name. One that a newer version wrote, that names what cannot be named here,
 * or that cannot be read at all, is left where it is and never written over. Safe for any thread.
 *
 * @param <T> what the file holds
 */
public final class KeptFile<T> {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** How content becomes a file and back. */
  public interface Format<T> {

    /**
     * Understands a file's bytes.
     *
     * @throws LeftException when they are whole, but cannot be used here
     * @throws IOException when they are broken; so does any {@link RuntimeException}
     */
    T read(byte[] content) throws IOException;

    /** Writes everything to a new file. */
    void write(T content, Path temporary) throws IOException;
  }

  /** Says that a file's content is whole, but cannot be used here. */
  public static final class LeftException extends IOException {

    /** Says why, to follow the file's name: "come from a newer version of the workbench". */
    public LeftException(String why) {
      super(why);
    }
  }

  private final Path file;
  private final String holds;
  private final String otherwise;
  private final Format<T> format;
  private final Clock clock;
  private @Nullable String left;

  /**
   * Names the file; nothing is read yet.
   *
   * @param holds what it holds, to begin a sentence: "The settings"
   * @param otherwise what is done without it, as a clause: "the defaults are used"
   * @param clock gives a broken file's new name
   */
  public KeptFile(Path file, String holds, String otherwise, Format<T> format, Clock clock) {
    this.file = file;
    this.holds = holds;
    this.otherwise = otherwise;
    this.format = format;
    this.clock = clock;
  }

  /** Where it lies. */
  public Path path() {
    return file;
  }

  /**
   * What the file holds; empty when there is none or it cannot be used.
   *
   * @param told hears why the file cannot be used and what became of it; of a file that is left
   *     where it is, once
   */
  public synchronized Optional<T> read(Consumer<FaultException> told) {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      if (isAbsent(e)) {
        left = null;
      } else {
        leave("cannot be read: " + AtomicFiles.reason(e), e, told);
      }
      return Optional.empty();
    }
    try {
      T read = format.read(content);
      left = null;
      return Optional.of(read);
    } catch (LeftException e) {
      leave(String.valueOf(e.getMessage()), e, told);
    } catch (IOException | RuntimeException e) {
      setAside(e, told);
    }
    return Optional.empty();
  }

  private boolean isAbsent(IOException e) {
    return e instanceof NoSuchFileException
        || !Files.isDirectory(file.toAbsolutePath().getParent());
  }

  private void leave(String why, Exception cause, Consumer<FaultException> told) {
    boolean repeated = left != null;
    left = why;
    if (!repeated) {
      told.accept(
          new FaultException(
              Texts.of(
                  "%s in %s %s; the file is left as it is, %s, and changes are not kept.",
                  holds, file, why, otherwise),
              cause));
    }
  }

  private void setAside(Exception cause, Consumer<FaultException> told) {
    try {
      Path aside = moveAside();
      left = null;
      told.accept(
          new FaultException(
              Texts.of(
                  "%s could not be read: the file %s %s; it was set aside as %s, and %s.",
                  holds, file, flaw(cause), aside.getFileName(), otherwise),
              cause));
    } catch (IOException e) {
      cause.addSuppressed(e);
      leave("are broken and cannot be set aside (" + AtomicFiles.reason(e) + ")", cause, told);
    }
  }

  private static String flaw(Exception cause) {
    return cause instanceof JsonProcessingException json ? JsonFlaw.of(json) : "is broken";
  }

  /** Never onto another file. */
  private Path moveAside() throws IOException {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    String stamped = name.substring(0, dot) + "-broken-" + STAMP.format(clock.instant());
    for (int i = 1; ; i++) {
      Path aside = file.resolveSibling(stamped + (i == 1 ? "" : "-" + i) + name.substring(dot));
      try {
        return Files.move(file, aside);
      } catch (FileAlreadyExistsException e) {
        continue;
      }
    }
  }

  /** Whether the last {@link #read} met a file that must not be written over. */
  public synchronized boolean isLeft() {
    return left != null;
  }

  /**
   * Writes the content in place of what was there.
   *
   * @throws FaultException when it cannot be written, or the file {@linkplain #isLeft is left}
   */
  public synchronized void write(T content) {
    if (left != null) {
      throw new FaultException(
          Texts.of(
              "%s cannot be kept: those in %s %s, and are not written over.", holds, file, left));
    }
    try {
      AtomicFiles.write(file, temporary -> format.write(content, temporary));
    } catch (FaultException e) {
      String why = String.valueOf(e.getMessage());
      throw new FaultException(
          holds
              + " are not kept: "
              + why.substring(0, 1).toLowerCase(Locale.ROOT)
              + why.substring(1),
          e);
    }
  }
}
