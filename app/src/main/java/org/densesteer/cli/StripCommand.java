package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Json;
import org.densesteer.common.OutputPlace;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.strip.Edge;
import org.densesteer.evaluation.strip.Edges;
import org.densesteer.evaluation.strip.SessionStripModel;
import org.densesteer.evaluation.strip.Strip;
import org.densesteer.evaluation.strip.StripRunner;
import org.densesteer.evaluation.strip.StripSteering;
import org.densesteer.generation.ModelSession;
import org.densesteer.steering.Gate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Answers a question at every layer or strength at once. */
@Command(
    name = "strip",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Answer a question at every layer, or every strength, in one batch.",
    description = {
      "",
      "Prints steps, density, both NLL conventions and KL of the whole answers: at all layers with",
      "equal push (the length of what is added as a share of the prompt's hidden state), or at one",
      "layer with several strengths. Random directions of equal push stand beside each, so that it",
      "can be told whether the vector did more than any push does. With --edge it prints how far",
      "each layer can be pushed before its answer breaks.",
      ""
    })
final class StripCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private StripQuestionOptions question = new StripQuestionOptions();
  @Mixin private PushedVectorOptions vector = new PushedVectorOptions();
  @Mixin private GateOptions gate = new GateOptions();
  @Mixin private StripGridOptions grid = new StripGridOptions();

  @Option(
      names = "--edge",
      description =
          "Find the largest push of each layer with which the answer still ends and is no endless"
              + " repetition; of several problems, no more than 10 points more of them.")
  private boolean edge;

  @Mixin private SamplingOptions sampling = new SamplingOptions();

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Also write the rows to a new file of comma-separated values.")
  private @Nullable Path csv;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    check();
    List<Long> seeds = vector.seeds(spec);
    List<StripQuestionOptions.Asked> asked = question.read(spec);
    StripSteering steering = gated(vector.read(spec, grid.onlyLayer()));
    int most = sampling.maxTokens();
    try (StopSignal signal = new StopSignal()) {
      try (ModelSession session = model.open()) {
        StripRunner runner =
            new StripRunner(
                new SessionStripModel(session),
                steering,
                question.questions(session, asked),
                sampling.sampling(session.info().generation()),
                most);
        Cancellation cancellation = signal.cancellation();
        if (edge) {
          List<Integer> layers = grid.layers(steering, session.info().layers());
          print(Edges.find(runner, steering, layers, grid.sign(), cancellation), steering.gate());
        } else {
          print(
              runner.run(grid.cells(steering, runner.hiddenNorms()), seeds, cancellation),
              seeds,
              steering.gate());
        }
        return 0;
      } catch (CancellationException e) {
        spec.commandLine().getErr().println("densesteer: The strip was stopped.");
        return StopSignal.EXIT_CODE;
      }
    }
  }

  private StripSteering gated(StripSteering constant) {
    Gate chosen = gate.read(spec, constant.vector());
    return new StripSteering(constant.vector(), constant.positions(), constant.operator(), chosen);
  }

  private void check() {
    sampling.check();
    if (sampling.ignoreEndOfText()) {
      throw misuse("A strip judges whole answers, so --ignore-eos has no place in it.");
    }
    if (edge && csv != null) {
      throw misuse("--csv writes rows; there are none with --edge.");
    }
    if (csv != null && Files.exists(csv)) {
      throw misuse("The file " + csv + " of --csv exists already.");
    }
    if (csv != null) {
      OutputPlace.requireFile(csv);
    }
  }

  private void print(Strip strip, List<Long> seeds, Gate gate) {
    PrintWriter out = spec.commandLine().getOut();
    if (csv != null) {
      Path file = csv;
      AtomicFiles.write(file, temporary -> Files.writeString(temporary, StripCsv.of(strip, gate)));
    }
    if (output.json()) {
      out.println(
          Json.text(Json.SNAKE_CASE.writer(), StripReport.of(strip, question.several(), gate)));
    } else {
      out.print(StripTable.of(strip, seeds, question.several()));
      gateLine(gate).ifPresent(out::println);
      out.flush();
    }
  }

  private static Optional<String> gateLine(Gate gate) {
    return gate.constant()
        ? Optional.empty()
        : Optional.of(
            Texts.of(
                "Strengths follow the answers by the gate %s; λ and push are those of an open gate.",
                gate.text()));
  }

  private void print(List<Edge> edges, Gate gate) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        output.json()
            ? Json.text(Json.SNAKE_CASE.writer(), EdgeReport.of(edges, gate))
            : EdgeReport.readable(edges));
    if (!output.json()) {
      gateLine(gate).ifPresent(out::println);
    }
  }

  private ParameterException misuse(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
