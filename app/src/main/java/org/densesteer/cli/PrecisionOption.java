package org.densesteer.cli;

import org.densesteer.model.Precision;
import picocli.CommandLine.Option;

/** In which arithmetic a model runs. */
final class PrecisionOption {

  @Option(
      names = "--precision",
      defaultValue = "auto",
      paramLabel = "TYPE",
      description = "Arithmetic: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Precision precision = Precision.AUTO;

  Precision precision() {
    return precision;
  }
}
