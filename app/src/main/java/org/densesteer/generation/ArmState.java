package org.densesteer.generation;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.model.TokenText;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.decoder.Observation;
import org.densesteer.steering.Steering;
import org.densesteer.steering.Steps;
import org.jspecify.annotations.Nullable;

/** One arm of a run while it grows. */
final class ArmState {

  final Arm arm;
  final int index;

  /** Row of the batch that writes this answer. */
  final int row;

  /** Row that reads the same text unsteered; {@link #row} itself for an arm without steering. */
  final int twin;

  final @Nullable Sampler sampler;
  final List<TokenEvent> tokens = new ArrayList<>();

  List<Steering> steerings;
  double push;
  double alignment = Double.NaN;
  int nextToken;
  @Nullable StopReason stopped;
  double seconds;

  private final TokenText text;
  private final Steps steps = new Steps();

  ArmState(Arm arm, int index, int twin, Sampling sampling, Tokenizer tokenizer) {
    this.arm = arm;
    this.index = index;
    this.row = index;
    this.twin = twin;
    sampler = sampling.greedy() ? null : Sampler.of(sampling);
    steerings = arm.steerings();
    text = new TokenText(tokenizer);
  }

  boolean running() {
    return stopped == null;
  }

  /** Whether the hidden state that is computed next is steered by {@code steering}. */
  boolean steersNext(Steering steering) {
    return steering.active() && steering.positions().atStep(steps.next());
  }

  TokenEvent append(Observation seen, Tokenizer tokenizer) {
    String added = text.append(seen.tokenId());
    steps.append(added);
    List<Alternative> alternatives = new ArrayList<>(Observation.TOP);
    for (int i = 0; i < seen.topIds().length; i++) {
      int id = seen.topIds()[i];
      alternatives.add(
          new Alternative(
              id, tokenizer.decode(new int[] {id}), Math.exp(seen.topLogProbabilities()[i])));
    }
    TokenEvent event =
        new TokenEvent(
            index,
            tokens.size(),
            seen.tokenId(),
            added,
            seen.nll(),
            Math.exp(seen.logProbability()),
            seen.rank(),
            seen.kl(),
            alignment,
            push,
            steerings.isEmpty() ? 0 : steerings.get(0).strength(),
            alternatives);
    tokens.add(event);
    return event;
  }

  Trace trace(double[] nllResponseOnly, boolean beginsInBlock) {
    return new Trace(
        arm,
        List.copyOf(tokens),
        text.whole(),
        stopped == null ? StopReason.CANCELLED : stopped,
        nllResponseOnly,
        seconds > 0 ? (tokens.size() - 1) / seconds : 0,
        beginsInBlock);
  }
}
