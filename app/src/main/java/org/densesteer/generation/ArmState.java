package org.densesteer.generation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.decoder.Observation;
import org.densesteer.model.decoder.Site;
import org.densesteer.model.decoder.SiteReport;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;

/** One arm of a run: its answer, and what is observed of it at every token. */
final class ArmState {

  final Arm arm;

  /** Place in the request. */
  final int index;

  /**
   * The decoder's row that writes the answer. Below it lies the row that reads the same text
   * unsteered, if there is one.
   */
  final int row;

  /** 2 with the unsteered row, 1 without. */
  final int rows;

  /** Chooses its tokens; null where the likeliest are taken. */
  final @Nullable Sampler sampler;

  /** How it may go on. */
  final Draft draft;

  final Answer answer;

  private final int most;
  private int at;
  private int sameUpTo;

  private final List<TokenEvent> tokens = new ArrayList<>();
  private final List<SteeringChange> changes = new ArrayList<>();
  private double push;
  private double alignment = Double.NaN;
  private double seconds;

  /**
   * An arm of a run that has not begun.
   *
   * @param row first of its rows, of which an arm that can be steered has two
   */
  ArmState(
      GenerationRequest request, int index, int row, Answer.Limits limits, Tokenizer tokenizer) {
    arm = request.arms().get(index);
    this.index = index;
    this.row = row;
    rows = arm.steerings().isEmpty() ? 1 : 2;
    answer = new Answer(arm.steerings(), limits, tokenizer);
    int[] promptIds = request.prompt().tokenIds();
    sampler = request.sampling().plain() ? null : Sampler.of(request.sampling(), promptIds);
    draft = new Draft(request.draft(index));
    most = limits.most();
    at = promptIds.length;
    sameUpTo = lowest(arm.steerings(), Integer.MAX_VALUE);
  }

  /** Where in the cache the token goes that was chosen last. */
  int at() {
    return at;
  }

  private static int lowest(List<Steering> steerings, int otherwise) {
    return Math.min(
        otherwise, steerings.stream().mapToInt(Steering::layer).min().orElse(otherwise));
  }

  /** The last block of which the arm and its unsteered twin have had the same input so far. */
  int sameUpTo() {
    return sameUpTo;
  }

  /** That token was read. */
  void read() {
    at++;
  }

  /**
   * How many of the next tokens but one are guessed; the answer can have that many. None where the
   * strength follows the answer: a guess would be steered by a gate that has not seen the tokens
   * before it.
   */
  int guesses() {
    return answer.gated() ? 0 : Math.min(draft.left(), most - answer.size() - 1);
  }

  /**
   * Takes the token that was chosen.
   *
   * @param secondsSoFar since decoding began
   * @return what there is to tell; null when the token ends the answer's text
   */
  @Nullable TokenEvent append(Observation seen, double secondsSoFar, Tokenizer tokenizer) {
    seconds = secondsSoFar;
    double strength = answer.strengthNow();
    answer.saw(seen);
    draft.accept(seen.tokenId());
    if (!answer.append(seen.tokenId())) {
      return null;
    }
    TokenEvent event =
        new TokenEvent(
            index,
            tokens.size(),
            seen.tokenId(),
            answer.added(),
            seen.nll(),
            Math.exp(seen.logProbability()),
            seen.rank(),
            seen.kl(),
            alignment,
            push,
            strength,
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
   * @param line the arm's line in the reports
   */
  void note(int line, List<SiteReport> reports) {
    push = 0;
    alignment = Double.NaN;
    List<Steering> steerings = answer.steerings();
    if (steerings.isEmpty()) {
      return;
    }
    answer.sawHidden(line, reports);
    int layer = steerings.get(0).layer();
    Map<Integer, Double> pushes = new HashMap<>();
    for (SiteReport report : reports) {
      if (report.operator() == Site.READ) {
        continue;
      }
      double own = report.change()[line];
      push = Math.max(push, pushes.merge(report.layer(), own, Double::sum));
      if (report.layer() == layer && Double.isNaN(alignment)) {
        alignment = report.alignment()[line];
      }
    }
  }

  /** Replaces what is added to its hidden states from its very next token on. */
  SteeringChange steer(List<Steering> live) {
    answer.steer(live);
    sameUpTo = lowest(live, sameUpTo);
    SteeringChange change = new SteeringChange(answer.size(), live);
    changes.add(change);
    return change;
  }

  Trace trace(double[] nllResponseOnly, boolean beginsInBlock, WordShifts words) {
    return new Trace(
        arm,
        List.copyOf(tokens),
        answer.text(),
        answer.stopReason(),
        nllResponseOnly,
        seconds > 0 ? (tokens.size() - 1) / seconds : 0,
        beginsInBlock,
        List.copyOf(changes),
        words);
  }
}
