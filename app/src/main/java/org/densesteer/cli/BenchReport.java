package org.densesteer.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bench} prints.
 *
 * @param loadMs from the call to a model that can run, in milliseconds
 * @param peakRssBytes most physical memory ever held, at the end; null where the system does not
 *     tell
 * @param results one for each number of rows, in the order asked for
 */
record BenchReport(double loadMs, @Nullable Long peakRssBytes, List<Rows> results) {

  /**
   * Speed with one number of rows.
   *
   * @param rows rows of the batch
   * @param promptMs reading the prompt, once for all rows, in milliseconds
   * @param decodeTokensPerSecondPerRow tokens of one row a second, prompt left out
   * @param decodeTokensPerSecondTotal the same over all rows
   */
  record Rows(
      int rows,
      double promptMs,
      double decodeTokensPerSecondPerRow,
      double decodeTokensPerSecondTotal) {

    private String line() {
      return String.format(
          Locale.ROOT,
          "%4d %12.1f %17.1f %16.1f",
          rows,
          promptMs,
          decodeTokensPerSecondPerRow,
          decodeTokensPerSecondTotal);
    }
  }

  /** A table for a person. */
  String readable() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "load %.0f ms, peak memory %s%n", loadMs, peak()));
    text.append("rows    prompt ms  tokens/s per row   tokens/s total");
    results.forEach(rows -> text.append(System.lineSeparator()).append(rows.line()));
    return text.toString();
  }

  private String peak() {
    return peakRssBytes == null
        ? "unknown"
        : String.format(Locale.ROOT, "%.0f MiB", peakRssBytes / 1048576.0);
  }
}
