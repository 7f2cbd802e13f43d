package org.densesteer.steering.format;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.steering.SteeringVector;

/**
 * A finished export: the file was read back and is equal, bit for bit, to what was to be written.
 *
 * @param file where it lies
 * @param bytes its size
 * @param written the vector in it, together with all metadata, whether or not the format keeps it
 * @param warnings complete sentences about what the file lacks or does differently
 * @param hints how to use it elsewhere
 */
public record ExportReport(
    Path file, long bytes, SteeringVector written, List<String> warnings, List<UsageHint> hints) {

  /** Freezes the lists. */
  public ExportReport {
    warnings = List.copyOf(warnings);
    hints = List.copyOf(hints);
  }
}
