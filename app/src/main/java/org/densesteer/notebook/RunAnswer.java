package org.densesteer.notebook;

import java.util.Arrays;
import java.util.List;
import org.densesteer.generation.ScoredAnswer;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;

/**
 * What an arm said, with all that was observed of every token.
 *
 * @param tokens its tokens in order
 * @param text their text, special tokens left out
 * @param stopReason why it ended
 * @param nllResponseOnly −ln p in nats of every token but the first when the answer alone is the
 *     whole sequence, by the unsteered model; empty when it was not computed. Treat it as
 *     read-only.
 * @param tokensPerSecond how fast it was decoded
 * @param beginsInBlock whether the prompt had opened a reasoning block
 */
public record RunAnswer(
    List<TokenEvent> tokens,
    String text,
    StopReason stopReason,
    double[] nllResponseOnly,
    double tokensPerSecond,
    boolean beginsInBlock)
    implements ScoredAnswer {

  /** Freezes the list. */
  public RunAnswer {
    tokens = List.copyOf(tokens);
  }

  static RunAnswer of(Trace trace) {
    return new RunAnswer(
        trace.tokens(),
        trace.text(),
        trace.stopReason(),
        trace.nllResponseOnly(),
        trace.tokensPerSecond(),
        trace.beginsInBlock());
  }

  /** Whether the model ended it; else it was cut, or a person stopped it. */
  public boolean ended() {
    return stopReason == StopReason.END_OF_TEXT;
  }

  @Override
  public int[] tokenIds() {
    return tokens.stream().mapToInt(TokenEvent::tokenId).toArray();
  }

  @Override
  public int[] textEnds() {
    int[] ends = tokens.stream().mapToInt(token -> token.text().length()).toArray();
    Arrays.parallelPrefix(ends, Integer::sum);
    return ends;
  }

  @Override
  public double[] nllWithPrompt() {
    return tokens.stream().mapToDouble(TokenEvent::nll).toArray();
  }
}
