package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorRead;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a vector file holds. */
@Command(
    name = "inspect",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Tell what a vector file holds.",
    description = {"", "Prints its format, layers, width, norms and metadata.", ""})
final class InspectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The vector file; its content tells the format.")
  private Path file = Path.of("");

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    VectorRead read = VectorFiles.read(file);
    read.warnings().forEach(w -> spec.commandLine().getErr().println("densesteer: " + w));
    InspectionReport report = InspectionReport.of(read);
    PrintWriter out = spec.commandLine().getOut();
    out.println(output.json() ? Json.of(report) : report.readable());
    return 0;
  }
}
