package org.densesteer.cli;

import picocli.CommandLine.Model.CommandSpec;

/** What a command says on the error stream and goes on. */
final class Notes {

  private Notes() {}

  /** Says a sentence. */
  static void say(CommandSpec command, String sentence) {
    command.commandLine().getErr().println("Note: " + sentence);
  }
}
