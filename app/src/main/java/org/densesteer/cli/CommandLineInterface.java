package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.run.BatchPlace;
import picocli.CommandLine;

/** Reads the arguments, runs the command they name, and turns every outcome into an exit code. */
public final class CommandLineInterface {

  private final CommandLine commandLine;

  /**
   * Prepares the commands.
   *
   * @param results takes what the command is asked for, and nothing else
   * @param messages takes failures and progress
   */
  public CommandLineInterface(PrintWriter results, PrintWriter messages) {
    this(results, messages, BatchPlace.HERE);
  }

  /**
   * The same where sweeps are computed elsewhere.
   *
   * @param place where the batches of {@code sweep} are computed
   */
  public CommandLineInterface(PrintWriter results, PrintWriter messages, BatchPlace place) {
    commandLine =
        new CommandLine(new DensesteerCommand())
            .setOut(results)
            .setErr(messages)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(100)
            // A text may begin with @; it names no file.
            .setExpandAtFiles(false)
            .registerConverter(String.class, Arguments::text)
            .registerConverter(Path.class, Arguments::path)
            .setParameterExceptionHandler(new MisuseReport())
            .setExecutionExceptionHandler(new FailureReport());
    SweepCommand sweep = commandLine.getSubcommands().get("sweep").getCommand();
    sweep.computeAt(place);
  }

  /** Runs one command: 0 when it did its job, 1 when it failed, 2 when it was called wrongly. */
  public int run(String... args) {
    try {
      Arguments.requireReadable(args);
      return commandLine.execute(Arguments.withTexts(args));
    } catch (FaultException e) {
      commandLine.getErr().println("densesteer: " + e.getMessage());
      return CommandLine.ExitCode.USAGE;
    } catch (OutOfMemoryError | LinkageError e) {
      // The library passes these by; a person still gets one sentence.
      commandLine.getErr().println("densesteer: " + FailureReport.sentence(e));
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
