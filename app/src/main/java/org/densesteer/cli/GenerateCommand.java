package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.densesteer.common.Json;
import org.densesteer.common.OutputPlace;
import org.densesteer.generation.Arm;
import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.RunControl;
import org.densesteer.generation.RunListener;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.Trace;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunDecoding;
import org.densesteer.notebook.RunModel;
import org.densesteer.notebook.Session;
import org.densesteer.notebook.SessionFile;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Answers a prompt, unsteered and, with a vector, steered in lock step. */
@Command(
    name = "generate",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Answer a prompt, with and without a steering vector.",
    description = {
      "",
      "Prints the baseline's answer and, with --vector, the steered one, each with its steps,",
      "density and both NLL conventions under the unsteered model.",
      ""
    })
final class GenerateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private PromptOptions prompt = new PromptOptions();
  @Mixin private SteeringOptions steering = new SteeringOptions();
  @Mixin private ArmOptions further = new ArmOptions();
  @Mixin private GateOptions gate = new GateOptions();
  @Mixin private SamplingOptions sampling = new SamplingOptions();

  @Option(
      names = "--gold",
      paramLabel = "ANSWER",
      description =
          "The right answer: a number, or LaTeX that the answer is to give in a box. Says whether"
              + " each answer is equal in value to it, and whether it is right by the benchmark's"
              + " own rule.")
  private @Nullable String gold;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "Also write the run to a new session file, FILE.densesteer, with everything it was made"
              + " with and every figure of every token; 'show FILE' prints it.")
  private @Nullable Path record;

  @Option(
      names = "--words",
      description =
          "Also print the tokens that steering lifted and suppressed most over each steered answer:"
              + " the sum over its positions of ln p steered − ln p unsteered at the same context,"
              + " in nats, and of p, which is how many more of them steering makes expected.")
  private boolean words;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    sampling.check();
    int maxTokens = sampling.maxTokens();
    if (record != null) {
      requireRecordable(record);
    }
    List<Steering> steered = steerings();
    AnswerChecker checker = GoldOption.checker(spec, gold);
    List<Arm> arms = new ArrayList<>(List.of(Arm.baseline()));
    Run run;
    try (ModelSession session = model.open()) {
      Sampling choice = sampling.sampling(session.info().generation());
      if (!steered.isEmpty()) {
        arms.add(new Arm(Arm.STEERED, steered));
      }
      arms.addAll(further.read(steered, choice.seed()));
      Prompt read = prompt.prompt(session);
      GenerationRequest request =
          new GenerationRequest(read, arms, choice, maxTokens, sampling.ignoreEndOfText());
      RunListener messages = new PromptLines(spec.commandLine().getErr());
      List<Trace> traces = session.run(request, messages, new RunControl()).join();
      run =
          Run.now(
              RunModel.of(session.info(), model.name()),
              prompt.recorded(read, checker == null ? List.of() : checker.accepted()),
              RunDecoding.of(request),
              traces.stream()
                  .map(trace -> RunArm.of(trace, session.tokenizer()::count, checker))
                  .toList());
    }
    print(
        new GenerationReport(
            prompt.variables(),
            GenerationReport.Drawn.of(run.decoding().sampling()),
            run.arms().stream().map(arm -> ArmReport.of(arm, words)).toList()));
    if (record != null) {
      SessionFile.write(
          Session.of(
              run,
              arms.stream()
                  .flatMap(arm -> arm.steerings().stream())
                  .flatMap(Steering::vectors)
                  .distinct()
                  .toList()),
          record);
    }
    return 0;
  }

  private List<Steering> steerings() {
    List<Steering> read = steering.read();
    if (gate.given() && read.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--gate needs --vector.");
    }
    if (read.isEmpty()) {
      return read;
    }
    Gate chosen = gate.read(spec, read.get(0).vector());
    return read.stream().map(each -> each.gated(chosen)).toList();
  }

  private void requireRecordable(Path file) {
    if (!file.toString().endsWith(SessionFile.ENDING)) {
      throw new ParameterException(
          spec.commandLine(),
          "The file of --record must end in "
              + SessionFile.ENDING
              + ", not be called "
              + file
              + ".");
    }
    SessionFile.requireNew(file);
    OutputPlace.requireFile(file);
  }

  private void print(GenerationReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (output.json()) {
      out.println(Json.text(Json.SNAKE_CASE.writer(), report));
    } else {
      report
          .arms()
          .forEach(
              arm -> {
                out.println(arm.readable(arm.gateLines()));
                WordLines.of(arm.words()).forEach(out::println);
              });
    }
  }
}
