package org.densesteer.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.densesteer.common.Json;
import org.densesteer.generation.Arm;
import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.RunControl;
import org.densesteer.generation.RunListener;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.Trace;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.metrics.answer.AnswerStyle;
import org.densesteer.metrics.answer.GoldFlaw;
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
  @Mixin private SamplingOptions sampling = new SamplingOptions();

  @Option(
      names = "--gold",
      paramLabel = "ANSWER",
      description =
          "The right answer: a number, or LaTeX that the answer is to give in a box. Says whether"
              + " each answer is equal in value to it, and whether it is right by the benchmark's"
              + " own rule.")
  private @Nullable String gold;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    sampling.sampling();
    int maxTokens = sampling.maxTokens();
    List<Steering> steered = steering.read();
    AnswerChecker checker = checker();
    try (ModelSession session = model.open()) {
      Sampling choice = sampling.sampling(session.info().generation());
      List<Arm> arms = new ArrayList<>(List.of(Arm.baseline()));
      if (!steered.isEmpty()) {
        arms.add(new Arm(Arm.STEERED, steered));
      }
      GenerationRequest request =
          new GenerationRequest(
              prompt.prompt(session), arms, choice, maxTokens, sampling.ignoreEndOfText());
      List<Trace> traces = session.run(request, RunListener.NONE, new RunControl()).join();
      print(
          new GenerationReport(
              prompt.variables(),
              GenerationReport.Drawn.of(choice),
              traces.stream()
                  .map(trace -> ArmReport.of(trace, session.tokenizer(), checker))
                  .toList()));
    }
    return 0;
  }

  private @Nullable AnswerChecker checker() {
    if (gold == null) {
      return null;
    }
    String flaw = GoldFlaw.of(AnswerStyle.ofGold(gold), gold).orElse(null);
    if (flaw != null) {
      throw new ParameterException(
          spec.commandLine(), "No response can match the answer of --gold: " + flaw + ".");
    }
    return AnswerChecker.of(gold);
  }

  private void print(GenerationReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (output.json()) {
      out.println(Json.text(Json.SNAKE_CASE.writer(), report));
    } else {
      report.arms().forEach(arm -> out.println(arm.readable()));
    }
  }
}
