package org.densesteer.cli;

import picocli.CommandLine.Option;

/** In which shape results are printed. */
final class OutputOptions {

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  boolean json() {
    return json;
  }
}
