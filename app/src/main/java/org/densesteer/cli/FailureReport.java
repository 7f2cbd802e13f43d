package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.densesteer.common.FaultException;
import org.densesteer.common.FileNames;
import org.densesteer.common.LifeLog;
import org.densesteer.common.Texts;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns a failure into one sentence on standard error; {@code --debug} adds the stack. */
final class FailureReport implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    Throwable cause = unwrapped(failure);
    PrintWriter err = command.getErr();
    LifeLog.note("Fault", sentence(cause));
    err.println("densesteer: " + sentence(cause));
    if (parsed.expandedArgs().contains("--debug")) {
      cause.printStackTrace(err);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  static String sentence(Throwable cause) {
    if (cause instanceof FaultException) {
      return Sentences.ended(cause.getMessage());
    }
    if (cause instanceof InvalidPathException name) {
      return String.valueOf(FileNames.fault(name).getMessage());
    }
    if (cause instanceof CancellationException) {
      return "The command was stopped.";
    }
    if (cause instanceof LinkageError) {
      return "The model engine does not run on this system (" + Sentences.firstLine(cause) + ").";
    }
    if (cause instanceof OutOfMemoryError) {
      return "Java ran out of memory; give it more with DENSESTEER_JAVA_OPTS=-Xmx8g.";
    }
    return Texts.of(
        "An unexpected %s stopped the command%s; --debug shows where it came from.",
        cause.getClass().getSimpleName(),
        cause.getMessage() == null ? "" : " (" + Sentences.firstLine(cause) + ")");
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
