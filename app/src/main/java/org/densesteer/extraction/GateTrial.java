package org.densesteer.extraction;

import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.generation.Arm;
import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.RunControl;
import org.densesteer.generation.RunListener;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.steering.Steering;

/**
 * How often a gate opened in answers that were steered under it.
 *
 * @param made answers that it was made for
 * @param others other answers
 */
public record GateTrial(Count made, Count others) {

  /**
   * One kind.
   *
   * @param answers how many
   * @param open those in which the gate was open at a token or more
   * @param tokens of all of them
   * @param openTokens of these, how many were chosen under an open gate
   */
  public record Count(int answers, int open, int tokens, int openTokens) {}

  /** Mean of the shares of both kinds in which the gate did what it should. */
  public double balancedAccuracy() {
    return ((double) made.open() / made.answers()
            + (double) (others.answers() - others.open()) / others.answers())
        / 2;
  }

  /**
   * Answers prompts of both kinds greedily under a gate.
   *
   * @param steering with the gate
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static GateTrial of(
      ModelSession session,
      Steering steering,
      List<Prompt> made,
      List<Prompt> others,
      int maxNewTokens,
      Progress progress,
      Cancellation cancellation) {
    int all = made.size() + others.size();
    Progress second =
        (words, share) -> progress.update(words, (made.size() + share * others.size()) / all);
    Count first =
        count(
            session,
            steering,
            made,
            maxNewTokens,
            (words, share) -> progress.update(words, share * made.size() / all),
            cancellation);
    return new GateTrial(
        first, count(session, steering, others, maxNewTokens, second, cancellation));
  }

  private static Count count(
      ModelSession session,
      Steering steering,
      List<Prompt> prompts,
      int maxNewTokens,
      Progress progress,
      Cancellation cancellation) {
    int open = 0;
    int tokens = 0;
    int openTokens = 0;
    for (int i = 0; i < prompts.size(); i++) {
      cancellation.check();
      progress.update(
          Texts.of("Answer %d of %d", i + 1, prompts.size()), (double) i / prompts.size());
      GenerationRequest request =
          new GenerationRequest(
              prompts.get(i), List.of(Arm.steered(steering)), Sampling.GREEDY, maxNewTokens, false);
      Trace trace = session.run(request, RunListener.NONE, new RunControl()).join().get(0);
      int own =
          (int)
              trace.tokens().stream().mapToDouble(TokenEvent::strength).filter(s -> s != 0).count();
      open += own > 0 ? 1 : 0;
      tokens += trace.tokens().size();
      openTokens += own;
    }
    return new Count(prompts.size(), open, tokens, openTokens);
  }
}
