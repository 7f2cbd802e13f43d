package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.densesteer.common.Json;
import org.densesteer.steering.format.VectorInspection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a vector file holds. */
@Command(
    name = "inspect",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Tell what a vector file holds.",
    description = {"", "Prints its format, layers, width, element type, norms and metadata.", ""})
final class InspectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description =
          "The vector file; its content tells the format. 'sample' is the sample model's.")
  private Path file = Path.of("");

  @Option(
      names = "--layer",
      paramLabel = "L",
      description =
          "Decoder block, counted from 0, of a single direction for which neither the file nor its"
              + " name says one.")
  private @Nullable Integer layer;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    VectorInspection inspection =
        VectorInspection.of(SteeringOptions.file(file.toString()), Checks.optional(layer));
    PrintWriter out = spec.commandLine().getOut();
    if (output.json()) {
      out.println(Json.text(Json.SNAKE_CASE.writer(), inspection.toJson()));
    } else {
      out.print(inspection.toText());
      out.flush();
    }
    return 0;
  }
}
