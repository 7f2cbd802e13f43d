package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunText;
import org.densesteer.notebook.Session;
import org.densesteer.notebook.SessionFile;
import org.densesteer.notebook.SessionJson;
import org.densesteer.notebook.SessionVectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
      "are needed. --json prints all of it, each token with its figures; --as writes the runs as",
      "a table, as a command line or as a program for transformers.",
      ""
    })
final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The session file, FILE.densesteer.")
  private Path file = Path.of("");

  @Option(
      names = "--as",
      paramLabel = "FORM",
      description = "markdown, latex, json, command, python or citation.")
  private @Nullable RunText form;

  @Option(
      names = "--vectors",
      paramLabel = "DIR",
      description =
          "With --as command: write the vectors that the file holds, and the command needs, to this"
              + " folder.")
  private @Nullable Path vectors;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    if (vectors != null && form != RunText.COMMAND) {
      throw new ParameterException(spec.commandLine(), "--vectors needs --as command.");
    }
    SessionFile.Content content = SessionFile.read(file);
    content.notes().forEach(note -> Notes.say(spec, note));
    PrintWriter out = spec.commandLine().getOut();
    if (form != null) {
      SessionVectorFiles files =
          new SessionVectorFiles(
              content.session(), file, vectors, sentence -> Notes.say(spec, sentence));
      out.println(
          form.of(runs(content.session()), new SessionVectors(content.session(), files::name)));
    } else if (output.json()) {
      out.println(Json.text(Json.COMPACT, SessionJson.of(content.session())));
    } else {
      out.print(SessionText.of(content.session()));
      out.flush();
    }
    return 0;
  }

  private List<Run> runs(Session session) {
    if (session.runs().isEmpty()) {
      throw new FaultException("The session file " + file + " holds no run.");
    }
    return session.runs();
  }
}
