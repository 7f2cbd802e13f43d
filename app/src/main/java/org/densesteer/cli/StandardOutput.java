package org.densesteer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.densesteer.common.AtomicFiles;
import org.jspecify.annotations.Nullable;

/**
 * The process's standard output, which remembers what could not be written: {@code System.out} and
 * every {@code PrintWriter} pass that over, so that results would be lost with exit code 0.
 */
public final class StandardOutput extends OutputStream {

  private final OutputStream target;
  private @Nullable IOException failure;

  /** The output of this process. */
  public StandardOutput() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  StandardOutput(OutputStream target) {
    this.target = target;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    try {
      target.write(bytes, from, count);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /**
   * Why results were lost, as a sentence; empty when all were written, or when who read them
   * through a pipe had enough, as {@code head} has.
   */
  public Optional<String> loss() {
    return Optional.ofNullable(failure)
        .map(AtomicFiles::reason)
        .filter(reason -> !reason.toLowerCase(Locale.ROOT).contains("pipe"))
        .map(reason -> "The results cannot be written to standard output: " + reason + ".");
  }
}
