package org.densesteer.cli;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.generation.Arm;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.Score;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.model.TokenText;
import org.densesteer.model.Tokenizer;

/** A given response with its scores, as if it had been generated, so that it can be measured. */
final class ScoredTrace {

  private ScoredTrace() {}

  static Trace of(Prompt prompt, int[] responseIds, Score score, Tokenizer tokenizer) {
    TokenText text = new TokenText(tokenizer);
    List<TokenEvent> tokens = new ArrayList<>();
    double unknown = Double.NaN;
    for (int i = 0; i < responseIds.length; i++) {
      String added = text.append(responseIds[i]);
      double nll = score.nllWithPrompt()[i];
      tokens.add(
          new TokenEvent(
              0,
              i,
              responseIds[i],
              added,
              nll,
              unknown,
              1,
              unknown,
              unknown,
              unknown,
              0,
              List.of()));
    }
    return new Trace(
        Arm.baseline(),
        tokens,
        text.whole(),
        StopReason.END_OF_TEXT,
        score.nllResponseOnly(),
        0,
        prompt.opensBlock());
  }
}
