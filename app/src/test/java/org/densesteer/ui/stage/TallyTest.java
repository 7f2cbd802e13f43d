package org.densesteer.ui.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.Runs;
import org.junit.jupiter.api.Test;

class TallyTest {

  /** Rounds with one vote each. */
  private static Tally tally(int steered, int other, int ties) {
    Run run = Runs.full();
    BlindRound round =
        BlindRound.of(run, run.arms().get(1), run.arms().get(0), false, Instant.EPOCH);
    List<BlindRound> rounds = new ArrayList<>();
    for (int i = 0; i < steered + other + ties; i++) {
      rounds.add(round.with(i < steered ? Vote.LEFT : i < steered + other ? Vote.RIGHT : Vote.TIE));
    }
    return new Tally("Baseline", rounds);
  }

  @Test
  void fewRoundsTellNothing() {
    // Wilson's interval of 4 of 5 by hand: (0.8 + 0.3842 ± 0.5209) / 1.7683.
    assertEquals(
        "Steered against Baseline: preferred in 4 of 5 rounds, 1 even (95 % interval 38–96 %,"
            + " p = 0.38): too few rounds to tell anything from chance. Votes in all: 4 to 1,"
            + " 1 tie.",
        tally(4, 1, 1).words());
  }

  @Test
  void manyRoundsCanTell() {
    assertEquals(
        "Steered against Baseline: preferred in 9 of 10 rounds (95 % interval 60–98 %,"
            + " p = 0.021): more than chance alone would give, if rounds are independent. Votes in"
            + " all: 9 to 1.",
        tally(9, 1, 0).words());
    assertEquals(
        "Steered against Baseline: preferred in 6 of 10 rounds (95 % interval 31–83 %,"
            + " p = 0.75): chance alone could give this. Votes in all: 6 to 4.",
        tally(6, 4, 0).words());
  }

  @Test
  void roundsWithoutDecisionOrVote() {
    assertEquals("", tally(0, 0, 0).words());
    assertEquals(
        "Steered against Baseline: no round decided, 2 even. Votes in all: 0 to 0, 2 ties.",
        tally(0, 0, 2).words());
  }
}
