package org.densesteer.notebook;

import java.util.List;
import java.util.function.ToIntFunction;
import org.densesteer.generation.Trace;
import org.densesteer.generation.WordShifts;
import org.densesteer.metrics.answer.AnswerChecker;
import org.jspecify.annotations.Nullable;

/**
 * One arm of a run.
 *
 * @param name {@code baseline}, {@code steered}, or a placebo's name
 * @param prompt what it read where that is not the run's prompt; else null
 * @param steerings what steered it at its beginning; empty for an unsteered arm
 * @param changes where it was steered anew, in order
 * @param answer what it said
 * @param figures what was measured of it
 * @param keptFrom id of the earlier run whose answer this is, since the same settings give the same
 *     tokens; null when it was answered in this run
 * @param words which tokens steering made likelier; none where that is not known
 */
public record RunArm(
    String name,
    @Nullable RunPrompt prompt,
    List<RunSteering> steerings,
    List<RunChange> changes,
    RunAnswer answer,
    RunFigures figures,
    @Nullable String keptFrom,
    WordShifts words) {

  /** An arm of which nothing is known of the tokens that were not chosen. */
  public RunArm(
      String name,
      @Nullable RunPrompt prompt,
      List<RunSteering> steerings,
      List<RunChange> changes,
      RunAnswer answer,
      RunFigures figures,
      @Nullable String keptFrom) {
    this(name, prompt, steerings, changes, answer, figures, keptFrom, WordShifts.NONE);
  }

  /** Freezes the lists. */
  public RunArm {
    steerings = List.copyOf(steerings);
    changes = List.copyOf(changes);
  }

  /**
   * Records an answer.
   *
   * @param tokenCount how many tokens a text alone has, without special tokens
   * @param gold checks it; null when no right answer is known
   */
  public static RunArm of(
      Trace trace, ToIntFunction<String> tokenCount, @Nullable AnswerChecker gold) {
    return new RunArm(
        trace.arm().name(),
        null,
        RunSteering.all(trace.arm().steerings()),
        trace.changes().stream().map(RunChange::of).toList(),
        RunAnswer.of(trace),
        RunFigures.of(trace, tokenCount, gold),
        null,
        trace.words());
  }

  /** The same under another name. */
  public RunArm named(String other) {
    return new RunArm(other, prompt, steerings, changes, answer, figures, keptFrom, words);
  }

  /** The same, said to have read a prompt of its own. */
  public RunArm reading(RunPrompt own) {
    return new RunArm(name, own, steerings, changes, answer, figures, keptFrom, words);
  }

  /** The same, said to be taken over from the run of this id. */
  public RunArm keptFrom(String run) {
    return new RunArm(name, prompt, steerings, changes, answer, figures, run, words);
  }

  /** Whether it came to an end of its own and does not repeat itself, so that figures may count. */
  public boolean whole() {
    return answer.ended() && !figures.repeats();
  }
}
