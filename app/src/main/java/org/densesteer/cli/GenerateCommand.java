package org.densesteer.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.densesteer.generation.Arm;
import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.RunControl;
import org.densesteer.generation.RunListener;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.Trace;
import org.densesteer.steering.Steering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    Sampling choice = sampling.sampling();
    int maxTokens = sampling.maxTokens();
    List<Steering> steered = steering.read();
    try (ModelSession session = model.open()) {
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
              traces.stream().map(trace -> ArmReport.of(trace, session.tokenizer())).toList()));
    }
    return 0;
  }

  private void print(GenerationReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (output.json()) {
      out.println(Json.of(report));
    } else {
      report.arms().forEach(arm -> out.println(arm.readable()));
    }
  }
}
