package org.densesteer.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.densesteer.common.FaultException;
import org.densesteer.common.ShellCommand;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.generation.Arm;
import org.densesteer.generation.Sampler;
import org.densesteer.generation.Sampling;
import org.densesteer.steering.Operator;

/** The command line that answers as a run did, token for token. */
public final class RunCommand {

  private final List<String> arguments = new ArrayList<>(List.of("densesteer", "generate"));

  private RunCommand() {}

  /**
   * The arguments, program first.
   *
   * @param vectorFile what {@code --vector} is given for a vector; empty where its file is not
   *     known
   * @throws FaultException when no command line does the same, with the reason
   */
  public static List<String> of(Run run, Function<RunVector, Optional<String>> vectorFile) {
    RunCommand made = new RunCommand();
    made.add("--model", run.model().source());
    made.add("--precision", run.model().precision().split(" ", 2)[0]);
    made.prompt(run.prompt());
    RunArm steered = run.arm(Arm.STEERED).orElse(null);
    if (steered != null) {
      made.steering(steered, vectorFile);
      run.arms().stream()
          .filter(arm -> isBeside(arm) && !isLeftOut(arm))
          .forEach(arm -> made.beside(arm, steered, vectorFile));
    }
    made.decoding(run.decoding());
    return made.arguments;
  }

  /** The arms that read another prompt: each is a command of its own. */
  public static List<String> leftOut(Run run) {
    return run.arms().stream().filter(RunCommand::isLeftOut).map(RunArm::name).toList();
  }

  private static boolean isLeftOut(RunArm arm) {
    return arm.prompt() != null;
  }

  private static boolean isBeside(RunArm arm) {
    return !arm.name().equals(Arm.BASELINE) && !arm.name().equals(Arm.STEERED);
  }

  /** The same as a POSIX shell reads it. */
  public static String line(Run run, Function<RunVector, Optional<String>> vectorFile) {
    return ShellCommand.of(of(run, vectorFile));
  }

  private void prompt(RunPrompt prompt) {
    switch (prompt.form()) {
      case CHAT -> {
        add("--chat", prompt.question());
        if (prompt.system() != null) {
          add("--system", prompt.system());
        }
        if (!prompt.variables().isEmpty()) {
          add("--template-vars", prompt.variables().json());
        }
      }
      case TEXT -> add("--prompt", prompt.text());
      case TEXT_WITHOUT_BEGIN -> {
        add("--prompt", prompt.text());
        arguments.add("--no-bos");
      }
      case IDS ->
          add(
              "--prompt-ids",
              String.join(",", prompt.tokenIds().stream().map(String::valueOf).toList()));
    }
  }

  private void steering(RunArm arm, Function<RunVector, Optional<String>> vectorFile) {
    if (!arm.changes().isEmpty()) {
      throw new FaultException(
          "The strength was changed while the answer was written, which no command line does"
              + " again.");
    }
    if (arm.steerings().size() > 1) {
      throw new FaultException(
          "Several vectors were at work; export the mix as one vector, and run that, for a command"
              + " line that does the same.");
    }
    for (RunSteering only : arm.steerings()) {
      add("--vector", file(only.named(), vectorFile));
      add("--layer", Integer.toString(only.layer()));
      if (only.operator() != Operator.ABLATE) {
        // A leading minus would else be read as an option.
        arguments.add("--strength=" + only.strength());
      }
      add("--positions", only.positions().id());
      add("--operator", only.operator().id());
      add("--gate", only.gate().argument(probe -> file(probe, vectorFile)));
    }
  }

  private void beside(
      RunArm arm, RunArm steered, Function<RunVector, Optional<String>> vectorFile) {
    if (isPlacebo(arm.name())) {
      add("--arm", arm.name());
      return;
    }
    RunSteering own = only(arm);
    RunSteering usual = only(steered);
    if (!own.positions().equals(usual.positions())
        || own.operator() != usual.operator()
        || !own.gate().equals(usual.gate())) {
      throw new FaultException(
          Texts.of(
              "The arm %s was steered at other positions, or with another operator or gate, than"
                  + " the steered one, which no command line does at once.",
              arm.name()));
    }
    String vector =
        own.vectorHash().equals(usual.vectorHash())
            ? ""
            : ",vector=" + file(own.named(), vectorFile);
    add("--arm", "layer=" + own.layer() + ",strength=" + own.strength() + vector);
  }

  private static boolean isPlacebo(String name) {
    try {
      Placebo.named(name);
      return true;
    } catch (FaultException e) {
      return false;
    }
  }

  private static RunSteering only(RunArm arm) {
    if (arm.steerings().size() != 1 || !arm.changes().isEmpty()) {
      throw new FaultException(
          Texts.of(
              "No command line does the arm %s again, which no one vector steered.", arm.name()));
    }
    return arm.steerings().get(0);
  }

  private static String file(RunVector vector, Function<RunVector, Optional<String>> vectorFile) {
    return vectorFile
        .apply(vector)
        .orElseThrow(
            () ->
                new FaultException(
                    Texts.of(
                        "The vector %s of this run is not at hand, so no command line can name its"
                            + " file.",
                        vector.name())));
  }

  private void decoding(RunDecoding decoding) {
    Sampling sampling = decoding.sampling();
    if (!sampling.greedy()) {
      if (decoding.noiseVersion() != Sampler.NOISE_VERSION) {
        throw new FaultException(
            Texts.of(
                "The run drew its tokens by noise version %d, and this version of the workbench"
                    + " draws by %d: the same seed gives others.",
                decoding.noiseVersion(), Sampler.NOISE_VERSION));
      }
      add("--temperature", Double.toString(sampling.temperature()));
      add("--top-k", Integer.toString(sampling.topK()));
      add("--top-p", Double.toString(sampling.topP()));
    }
    add("--seed", Long.toString(sampling.seed()));
    add("--repetition-penalty", Double.toString(sampling.repetitionPenalty()));
    add("--max-tokens", Integer.toString(decoding.maxTokens()));
    if (decoding.ignoreEndOfText()) {
      arguments.add("--ignore-eos");
    }
  }

  private void add(String option, String value) {
    arguments.add(option);
    arguments.add(value);
  }
}
