package org.densesteer.generation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.decoder.Observation;
import org.densesteer.model.decoder.SiteReport;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;

/** One arm of a run: its answer, and what is observed of it at every token. */
final class ArmState {

  final Arm arm;

  /** Place in the request, and the decoder's row that writes the answer. */
  final int row;

  /** Row that reads the same text unsteered; {@link #row} itself for an arm without steering. */
  final int twin;

  /** Chooses its tokens; null where the likeliest are taken. */
  final @Nullable Sampler sampler;

  final Answer answer;

  private final List<TokenEvent> tokens = new ArrayList<>();
  private final List<SteeringChange> changes = new ArrayList<>();
  private double push;
  private double alignment = Double.NaN;
  private double seconds;

  ArmState(Arm arm, int row, int twin, @Nullable Sampler sampler, Answer answer) {
    this.arm = arm;
    this.row = row;
    this.twin = twin;
    this.answer = answer;
    this.sampler = sampler;
  }

  /**
   * Takes the token that was chosen.
   *
   * @param secondsSoFar since decoding began
   * @return what there is to tell; null when the token ends the answer's text
   */
  @Nullable TokenEvent append(Observation seen, double secondsSoFar, Tokenizer tokenizer) {
    seconds = secondsSoFar;
    if (!answer.append(seen.tokenId())) {
      return null;
    }
    TokenEvent event =
        new TokenEvent(
            row,
            tokens.size(),
            seen.tokenId(),
            answer.added(),
            seen.nll(),
            Math.exp(seen.logProbability()),
            seen.rank(),
            seen.kl(),
            alignment,
            push,
            answer.steerings().isEmpty() ? 0 : answer.steerings().get(0).strength(),
            alternatives(seen, tokenizer),
            1000 * secondsSoFar);
    tokens.add(event);
    return event;
  }

  private static List<Alternative> alternatives(Observation seen, Tokenizer tokenizer) {
    List<Alternative> alternatives = new ArrayList<>(Observation.TOP);
    for (int i = 0; i < seen.topIds().length; i++) {
      int id = seen.topIds()[i];
      alternatives.add(
          new Alternative(
              id, tokenizer.decode(new int[] {id}), Math.exp(seen.topLogProbabilities()[i])));
    }
    return alternatives;
  }

  /**
   * Notes what steering did at the position that was just computed.
   *
   * @param reportRow the arm's row in the reports
   */
  void note(int reportRow, List<SiteReport> reports) {
    push = 0;
    alignment = Double.NaN;
    List<Steering> steerings = answer.steerings();
    if (steerings.isEmpty()) {
      return;
    }
    int layer = steerings.get(0).layer();
    Map<Integer, Double> pushes = new HashMap<>();
    for (SiteReport report : reports) {
      double own = report.change()[reportRow];
      push = Math.max(push, pushes.merge(report.layer(), own, Double::sum));
      if (report.layer() == layer && Double.isNaN(alignment)) {
        alignment = report.alignment()[reportRow];
      }
    }
  }

  /** Replaces what is added to its hidden states from its very next token on. */
  SteeringChange steer(List<Steering> live) {
    answer.steer(live);
    SteeringChange change = new SteeringChange(answer.size(), live);
    changes.add(change);
    return change;
  }

  Trace trace(double[] nllResponseOnly, boolean beginsInBlock) {
    return new Trace(
        arm,
        List.copyOf(tokens),
        answer.text(),
        answer.stopReason(),
        nllResponseOnly,
        seconds > 0 ? (tokens.size() - 1) / seconds : 0,
        beginsInBlock,
        List.copyOf(changes));
  }
}
