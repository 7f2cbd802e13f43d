package org.densesteer;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.densesteer.cli.CommandLineInterface;
import org.densesteer.cli.StandardOutput;
import org.densesteer.common.AppFolders;
import org.densesteer.common.FaultException;
import org.densesteer.common.LifeLog;
import org.densesteer.common.UserHome;
import org.densesteer.notebook.SessionFile;
import org.densesteer.ui.Workbench;

/**
 * Starts the window when there are no arguments or the only one is a session file, the command line
 * otherwise.
 */
public final class Main {

  private Main() {}

  /** Runs the program; the exit code is 0, 1 for a failure and 2 for wrong use. */
  public static void main(String[] args) {
    PrintWriter messages = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    try {
      UserHome.settle();
    } catch (FaultException e) {
      end(messages, String.valueOf(e.getMessage()));
    }
    try {
      LifeLog.begin(AppFolders.data().resolve("log"));
    } catch (FaultException e) {
      // Without a home there is no log; who needs the home says so.
    }
    boolean window = args.length == 0 || args.length == 1 && isSession(args[0]);
    LifeLog.note("Start", window ? "window" : args[0]);
    if (window) {
      open(messages, args);
      return;
    }
    StandardOutput output = new StandardOutput();
    PrintWriter results = new PrintWriter(output, true, StandardCharsets.UTF_8);
    int exitCode = new CommandLineInterface(results, messages).run(args);
    results.flush();
    output.loss().ifPresent(loss -> end(messages, loss));
    messages.flush();
    // The engine's own threads must not keep a finished command alive.
    System.exit(exitCode);
  }

  private static boolean isSession(String argument) {
    return argument.toLowerCase(Locale.ROOT).endsWith(SessionFile.ENDING);
  }

  private static void open(PrintWriter messages, String... sessions) {
    try {
      Workbench.launch(sessions);
    } catch (RuntimeException | LinkageError e) {
      end(messages, WindowFailure.sentence(e, System.getenv("DISPLAY")));
    }
  }

  private static void end(PrintWriter messages, String sentence) {
    messages.println("densesteer: " + sentence);
    System.exit(1);
  }
}
