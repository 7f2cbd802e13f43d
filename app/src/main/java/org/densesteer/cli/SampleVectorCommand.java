package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.OutputPlace;
import org.densesteer.extraction.Reading;
import org.densesteer.generation.ModelSession;
import org.densesteer.model.Precision;
import org.densesteer.samplemaker.SampleVectorMaker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the sample vector anew and prints its figures. */
@Command(
    name = "sample-vector",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Make the sample vector anew and print its figures.",
    description = {
      "",
      "Collects contrastive pairs from the sample model, extracts the vector, chooses layer and",
      "strength on tuning problems, and judges them on test problems. The figures come out as",
      "Markdown.",
      ""
    })
final class SampleVectorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the pairs and the vector.")
  private Path out = Path.of("");

  @Option(
      names = "--read",
      defaultValue = "step-breaks",
      paramLabel = "WHERE",
      converter = ReadingConverter.class,
      description =
          "Hidden states to read: last, mean, step-ends or step-breaks (default: ${DEFAULT-VALUE}).")
  private Reading reading = Reading.STEP_BREAKS;

  @Option(
      names = "--precision",
      defaultValue = "float32",
      paramLabel = "TYPE",
      description =
          "Arithmetic: auto, float32, bfloat16, int8 or int4 (default: ${DEFAULT-VALUE}).")
  private Precision precision = Precision.FLOAT32;

  @Override
  public Integer call() {
    OutputPlace.requireFolder(out);
    PrintWriter results = spec.commandLine().getOut();
    ProgressLines progress = new ProgressLines(spec.commandLine().getErr());
    try (StopSignal signal = new StopSignal();
        ModelSession session =
            ModelSession.open(
                EmbeddedFiles.sampleModel(), precision, progress, signal.cancellation())) {
      SampleVectorMaker maker = new SampleVectorMaker(session, progress, signal.cancellation());
      results.print(maker.make(out, reading).toMarkdown());
      results.flush();
    }
    return 0;
  }
}
