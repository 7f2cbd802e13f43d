package org.densesteer.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One call of the command line, and all that came of it. */
record CommandRun(int exitCode, String out, String err) {

  static CommandRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLineInterface(new PrintWriter(out, true), new PrintWriter(err, true)).run(args);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
