package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.densesteer.common.Json;
import org.densesteer.notebook.SessionFile;
import org.densesteer.notebook.SessionJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a session file holds. */
@Command(
    name = "show",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Show the runs of a session file.",
    description = {
      "",
      "Prints what each run was made with and what came out. Neither the model nor the vectors",
      "are needed. --json prints all of it, each token with its figures.",
      ""
    })
final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The session file, FILE.densesteer.")
  private Path file = Path.of("");

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    SessionFile.Content content = SessionFile.read(file);
    PrintWriter err = spec.commandLine().getErr();
    content.notes().forEach(note -> err.println("Note: " + note));
    PrintWriter out = spec.commandLine().getOut();
    if (output.json()) {
      out.println(Json.text(Json.COMPACT, SessionJson.of(content.session())));
    } else {
      out.print(SessionText.of(content.session()));
      out.flush();
    }
    return 0;
  }
}
