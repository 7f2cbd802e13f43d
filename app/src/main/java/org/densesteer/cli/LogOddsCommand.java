package org.densesteer.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.densesteer.cli.SweepConverters.Strengths;
import org.densesteer.common.Json;
import org.densesteer.evaluation.strip.LogOdds;
import org.densesteer.evaluation.strip.StripSteering;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds two continuations against each other over strengths. */
@Command(
    name = "logodds",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Tell which of two continuations is the likelier, with and without steering.",
    description = {
      "",
      "Prints ln (p of the first / p of the second) in nats over strengths at one layer, both",
      "continuations teacher-forced behind the same prompt, beside random directions of equal push:",
      "a quick test of what a vector does, without generating anything.",
      ""
    })
final class LogOddsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private PromptOptions prompt = new PromptOptions();

  @Option(
      names = "--first",
      required = true,
      paramLabel = "TEXT",
      description = "A continuation of the prompt, with a blank before it where the text has one.")
  private String first = "";

  @Option(names = "--second", required = true, paramLabel = "TEXT", description = "The other one.")
  private String second = "";

  @Mixin private PushedVectorOptions vector = new PushedVectorOptions();

  @Option(
      names = "--layer",
      required = true,
      paramLabel = "L",
      description = "Decoder block, counted from 0, whose output the vector is added to.")
  private int layer;

  @Option(
      names = "--strengths",
      required = true,
      paramLabel = "RANGE",
      converter = Strengths.Converter.class,
      description = "First, last and step, such as --strengths=-4:4:1, or a list.")
  private Strengths strengths = new Strengths(List.of());

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    List<Long> seeds = vector.seeds(spec);
    StripSteering steering = vector.read(spec, OptionalInt.of(layer));
    GateOptions.leftOut(spec, steering.vector());
    try (StopSignal signal = new StopSignal()) {
      try (ModelSession session = model.open()) {
        Prompt read = prompt.prompt(session);
        LogOdds.Choice choice =
            new LogOdds.Choice(
                read, session.tokenizer().encode(first), session.tokenizer().encode(second));
        double[] norms = session.readPrompt(read).join().hiddenNorms();
        LogOdds odds =
            LogOdds.of(
                session,
                choice,
                steering,
                steering.atLayer(layer, strengths.values(), norms),
                seeds,
                signal.cancellation());
        LogOddsReport report = LogOddsReport.of(choice, first, second, odds);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
            output.json() ? Json.text(Json.SNAKE_CASE.writer(), report) : report.readable(seeds));
        return 0;
      } catch (CancellationException e) {
        spec.commandLine().getErr().println("densesteer: The scoring was stopped.");
        return StopSignal.EXIT_CODE;
      }
    }
  }
}
