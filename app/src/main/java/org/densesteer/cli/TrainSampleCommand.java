package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.densesteer.common.OutputPlace;
import org.densesteer.samplemaker.ProblemSheet;
import org.densesteer.samplemaker.SampleModelTrainer;
import org.densesteer.samplemaker.SampleRecipe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the sample model anew. */
@Command(
    name = "train-sample",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Train the sample model from nothing.",
    description = {
      "",
      "Everything follows from one seed. A stopped training goes on where it was when the command",
      "is given again; interrupt it with Ctrl+C.",
      ""
    })
final class TrainSampleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      defaultValue = "app/sample-model",
      paramLabel = "DIR",
      description = "Checkpoint folder to write (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("");

  @Option(
      names = "--state",
      defaultValue = "target/sample-training.safetensors",
      paramLabel = "FILE",
      description = "Where the training can be resumed from (default: ${DEFAULT-VALUE}).")
  private Path state = Path.of("");

  @Option(
      names = "--problems",
      paramLabel = "FILE",
      description = "Write the sample problems into this JSONL file and train nothing.")
  private @Nullable Path problems;

  @Override
  public Integer call() {
    PrintWriter messages = spec.commandLine().getErr();
    if (problems != null) {
      OutputPlace.requireFile(problems);
      ProblemSheet.write(problems);
      return 0;
    }
    OutputPlace.requireFolder(out);
    OutputPlace.requireFile(state);
    try (StopSignal signal = new StopSignal()) {
      SampleModelTrainer.train(
          SampleRecipe.SHIPPED, out, state, new ProgressLines(messages), signal.cancellation());
      return 0;
    } catch (CancellationException e) {
      messages.println("Stopped; give the command again to go on from " + state + ".");
      return 1;
    }
  }
}
