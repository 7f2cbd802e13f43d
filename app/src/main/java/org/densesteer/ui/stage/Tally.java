package org.densesteer.ui.stage;

import java.util.List;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.statistics.Interval;
import org.densesteer.evaluation.statistics.PlainWords;
import org.densesteer.evaluation.statistics.SignTest;
import org.densesteer.evaluation.statistics.Wilson;

/**
 * What audiences preferred, over rounds against one and the same other arm. A round is decided by
 * the majority of its votes; its single votes are of one audience on one pair of answers, so they
 * are counted but not tested.
 *
 * @param other title of the arm that the steered one was held against
 * @param rounds those with a vote at least
 */
record Tally(String other, List<BlindRound> rounds) {

  private static final double LEVEL = 0.95;
  private static final double ALPHA = 0.05;

  Tally {
    rounds = rounds.stream().filter(round -> !round.votes().isEmpty()).toList();
  }

  /** Rounds in which more votes were for the steered answer. */
  int forSteered() {
    return (int) rounds.stream().filter(r -> r.forSteered() > r.forOther()).count();
  }

  /** Rounds in which more votes were for the other answer. */
  int forOther() {
    return (int) rounds.stream().filter(r -> r.forSteered() < r.forOther()).count();
  }

  /** The whole of it in sentences; empty before the first vote. */
  String words() {
    if (rounds.isEmpty()) {
      return "";
    }
    int decided = forSteered() + forOther();
    int even = rounds.size() - decided;
    String left = even == 0 ? "" : Texts.of(", %d even", even);
    if (decided == 0) {
      return Texts.of("Steered against %s: no round decided%s. %s", other, left, votes());
    }
    Interval share = Wilson.interval(forSteered(), decided, LEVEL);
    return Texts.of(
        "Steered against %s: preferred in %d of %s%s (95 %% interval %.0f–%.0f %%, p %s): %s. %s",
        other,
        forSteered(),
        decided == 1 ? "1 round" : decided + " rounds",
        left,
        100 * share.low(),
        100 * share.high(),
        PlainWords.pValue(SignTest.exact(forSteered(), forOther())),
        verdict(decided),
        votes());
  }

  private String verdict(int decided) {
    if (SignTest.exact(decided, 0) >= ALPHA) {
      return "too few rounds to tell anything from chance";
    }
    return SignTest.exact(forSteered(), forOther()) < ALPHA
        ? "more than chance alone would give, if rounds are independent"
        : "chance alone could give this";
  }

  private String votes() {
    int steered = rounds.stream().mapToInt(BlindRound::forSteered).sum();
    int others = rounds.stream().mapToInt(BlindRound::forOther).sum();
    int ties = rounds.stream().mapToInt(round -> round.count(Vote.TIE)).sum();
    String tied = ties == 0 ? "" : ties == 1 ? ", 1 tie" : Texts.of(", %d ties", ties);
    return Texts.of("Votes in all: %d to %d%s.", steered, others, tied);
  }
}
