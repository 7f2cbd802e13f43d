package org.densesteer.notebook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.densesteer.common.AppVersion;
import org.densesteer.generation.Arm;
import org.jspecify.annotations.Nullable;

/**
 * One run as it was made: everything that was asked, and everything that came out. It holds no
 * vectors, only their hashes, and needs no model to be read.
 *
 * @param id names it among all runs; letters, digits and hyphens
 * @param made when it ended
 * @param madeBy version of the workbench that made it
 * @param model what answered
 * @param prompt what was asked
 * @param decoding how tokens were chosen
 * @param arms the answers, the baseline first where there is one
 * @param floor what random directions of equal push did beside the steered arm; null where none
 *     were asked
 */
public record Run(
    String id,
    Instant made,
    String madeBy,
    RunModel model,
    RunPrompt prompt,
    RunDecoding decoding,
    List<RunArm> arms,
    @Nullable RunFloor floor) {

  /** A run without random directions beside it. */
  public Run(
      String id,
      Instant made,
      String madeBy,
      RunModel model,
      RunPrompt prompt,
      RunDecoding decoding,
      List<RunArm> arms) {
    this(id, made, madeBy, model, prompt, decoding, arms, null);
  }

  /** Freezes the list. */
  public Run {
    arms = List.copyOf(arms);
  }

  /** A run of this version that has just ended. */
  public static Run now(RunModel model, RunPrompt prompt, RunDecoding decoding, List<RunArm> arms) {
    return new Run(
        UUID.randomUUID().toString(),
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        AppVersion.number(),
        model,
        prompt,
        decoding,
        arms);
  }

  /** The arm of this name. */
  public Optional<RunArm> arm(String name) {
    return arms.stream().filter(arm -> arm.name().equals(name)).findFirst();
  }

  /** The unsteered answer to the question as it stands; empty where none was wanted. */
  public Optional<RunArm> baseline() {
    return arm(Arm.BASELINE);
  }

  /** The same with other arms. */
  public Run with(List<RunArm> others) {
    return new Run(id, made, madeBy, model, prompt, decoding, others, floor);
  }

  /** The same with what random directions did. */
  public Run on(RunFloor beside) {
    return new Run(id, made, madeBy, model, prompt, decoding, arms, beside);
  }

  /** What an arm read. */
  public RunPrompt promptOf(RunArm arm) {
    return arm.prompt() == null ? prompt : arm.prompt();
  }
}
