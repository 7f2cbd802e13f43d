package org.densesteer.cli;

import java.util.List;
import java.util.OptionalInt;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.extraction.AnswerKinds;
import org.densesteer.extraction.GateTrial;
import org.densesteer.generation.ModelSession;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorRead;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A probe of places in the model's own answers, and a trial of its gate on other answers. */
final class ProbeAnswersOptions {

  @Option(
      names = "--behind",
      required = true,
      paramLabel = "TEXT",
      description =
          "Let the model answer problems: the gate is to open where an answer has just said TEXT,"
              + " and to stay shut in answers that do not say it.")
  private String behind = "";

  @Option(
      names = "--problems",
      defaultValue = SweepSetup.SAMPLE,
      paramLabel = "FILE",
      description =
          "Problems as 'sweep' reads them; 'sample' are the sample model's (default:"
              + " ${DEFAULT-VALUE}).")
  private String problems = SweepSetup.SAMPLE;

  @Option(names = "--limit", paramLabel = "N", description = "Only the first N problems.")
  private @Nullable Integer limit;

  @Option(
      names = "--max-tokens",
      defaultValue = "256",
      paramLabel = "N",
      description = "Most tokens of an answer (default: ${DEFAULT-VALUE}).")
  private int maxTokens = 256;

  @Option(
      names = "--vector",
      paramLabel = "FILE",
      description =
          "Also steer the answers to the problems that were held out with this vector under the"
              + " gate, and count those in which it opens.")
  private @Nullable String vector;

  @Option(
      names = "--layer",
      paramLabel = "L",
      description = "Decoder block, counted from 0, whose output that vector is added to.")
  private @Nullable Integer layer;

  @Option(names = "--strength", paramLabel = "λ", description = "Its strength.")
  private @Nullable Double strength;

  /** Checks what belongs together before a model is loaded. */
  void check(CommandSpec command) {
    Checks.atLeastOne(command, "--max-tokens", maxTokens);
    if (behind.isBlank()) {
      throw new ParameterException(
          command.commandLine(), "--behind needs words that an answer can say.");
    }
    if (vector == null ? layer != null || strength != null : layer == null || strength == null) {
      throw new ParameterException(
          command.commandLine(), "--vector, --layer and --strength go together.");
    }
  }

  /** The problems in words. */
  List<String> questions(CommandSpec command) {
    return new NamedProblems(problems, null, true, limit)
        .read(command).problems().stream().map(Problem::question).toList();
  }

  /** Answers them and tells the answers apart. */
  AnswerKinds kinds(
      ModelSession session, ChatFrame frame, List<String> questions, Cancellation cancellation) {
    return AnswerKinds.of(
        session,
        questions.stream().map(question -> session.chatPrompt(frame, question)).toList(),
        behind,
        maxTokens,
        cancellation);
  }

  /** The vector under a gate; null where none is given. */
  @Nullable Steering steering(CommandSpec command, Gate gate) {
    if (vector == null || layer == null || strength == null) {
      return null;
    }
    VectorRead read = VectorFiles.read(SteeringOptions.file(vector), 0, OptionalInt.of(layer));
    read.warnings()
        .forEach(warning -> command.commandLine().getErr().println("densesteer: " + warning));
    SteeringVector directions = read.vector();
    return Steering.asFiled(directions, layer, strength).gated(gate);
  }

  /** Answers what was held out. */
  GateTrial trial(
      ModelSession session,
      AnswerKinds kinds,
      Steering steering,
      Progress progress,
      Cancellation cancellation) {
    return GateTrial.of(
        session,
        steering,
        AnswerKinds.heldOut(kinds.with()),
        AnswerKinds.heldOut(kinds.without()),
        maxTokens,
        progress,
        cancellation);
  }
}
