package org.densesteer.evaluation.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.AnswerKey;
import org.jspecify.annotations.Nullable;

/**
 * The finished answers of a sweep, one line each, appended as they come. A line that was cut off by
 * a crash is dropped when the journal is opened again; every whole line is kept.
 */
public final class SweepJournal implements AutoCloseable {

  private final Path file;
  private final String plan;
  private final FileChannel channel;
  private final @Nullable Object identity;
  private final Map<AnswerKey, SweepAnswer> answers = new LinkedHashMap<>();

  private SweepJournal(Path file, String plan, FileChannel channel) throws IOException {
    this.file = file;
    this.plan = plan;
    this.channel = channel;
    this.identity = identity(file);
  }

  /**
   * Opens a journal, new or not; the caller alone has {@linkplain SweepFolder#claim its folder}.
   *
   * @param plan hash of the plan that every answer must belong to
   * @throws FaultException when a line is not an answer of the plan, or the file cannot be read or
   *     written
   */
  public static SweepJournal open(Path file, String plan) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        SweepJournal journal = new SweepJournal(file, plan, channel);
        journal.load();
        return journal;
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new FaultException("Cannot open " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  /** Reads the answers of a journal that nobody needs to write to. */
  public static Collection<SweepAnswer> read(Path file, String plan) {
    Map<AnswerKey, SweepAnswer> answers = new LinkedHashMap<>();
    try {
      parse(file, plan, wholeLines(file), answers);
    } catch (IOException e) {
      throw new FaultException("Cannot read " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
    return answers.values();
  }

  /**
   * How many answers a journal holds, each looked at and none kept in memory; 0 without the file.
   *
   * @param plan hash of the plan that every answer must belong to
   * @throws FaultException when a whole line is not an answer of the plan, or the file cannot be
   *     read
   */
  static long count(Path file, String plan) {
    if (!Files.exists(file)) {
      return 0;
    }
    Set<AnswerKey> keys = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      boolean cut = !endsWithLine(file);
      @Nullable String line = lines.readLine();
      for (int number = 1; line != null; number++) {
        @Nullable String next = lines.readLine();
        if (next != null || !cut) {
          keys.add(answer(file, plan, line, number).key());
        }
        line = next;
      }
    } catch (IOException e) {
      throw new FaultException("Cannot read " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
    return keys.size();
  }

  private static boolean endsWithLine(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return channel.size() == 0
          || channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n';
    }
  }

  /** The answers so far, in the order in which they were finished. */
  public Collection<SweepAnswer> answers() {
    return List.copyOf(answers.values());
  }

  /**
   * Appends an answer unless it is there already.
   *
   * @return whether it was new
   * @throws FaultException when the disk refuses it, or the file was removed or moved away
   */
  public boolean append(SweepAnswer answer) {
    if (answers.putIfAbsent(answer.key(), answer) != null) {
      return false;
    }
    ByteBuffer line =
        ByteBuffer.wrap((AnswerJson.line(answer, plan) + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (line.hasRemaining()) {
        channel.write(line);
      }
      requirePresent();
    } catch (IOException e) {
      throw new FaultException("Cannot write " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
    return true;
  }

  @Override
  public void close() {
    try {
      channel.force(true);
      channel.close();
      requirePresent();
    } catch (IOException e) {
      throw new FaultException("Cannot close " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  /** What is written to a file without a name is lost, and no call says so. */
  private void requirePresent() throws IOException {
    if (!Files.exists(file) || !Objects.equals(identity, identity(file))) {
      throw new FaultException(
          file + " was removed or moved away while the sweep was writing to it.");
    }
  }

  private static @Nullable Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private void load() throws IOException {
    byte[] lines = wholeLines(file);
    parse(file, plan, lines, answers);
    channel.truncate(lines.length);
    channel.position(lines.length);
  }

  private static void parse(
      Path file, String plan, byte[] lines, Map<AnswerKey, SweepAnswer> answers) {
    int number = 0;
    for (String line : new String(lines, StandardCharsets.UTF_8).lines().toList()) {
      SweepAnswer answer = answer(file, plan, line, ++number);
      answers.putIfAbsent(answer.key(), answer);
    }
  }

  private static SweepAnswer answer(Path file, String plan, String line, int number) {
    return AnswerJson.read(line, plan)
        .orElseThrow(
            () ->
                new FaultException(
                    Texts.of("Line %d of %s is not an answer of this sweep.", number, file)));
  }

  /** Everything up to the last line end; what follows was cut off while it was written. */
  private static byte[] wholeLines(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    return Arrays.copyOf(bytes, length);
  }
}
