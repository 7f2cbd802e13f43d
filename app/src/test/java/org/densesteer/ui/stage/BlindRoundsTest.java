package org.densesteer.ui.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.Runs;
import org.junit.jupiter.api.Test;

class BlindRoundsTest {

  private boolean swap;
  private final BlindRounds rounds =
      new BlindRounds(
          () -> swap, Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC));

  private BlindRound round() {
    return Objects.requireNonNull(rounds.roundProperty().get());
  }

  private void vote(int steered, int other, int ties) {
    for (int i = 0; i < steered; i++) {
      rounds.vote(swap ? Vote.RIGHT : Vote.LEFT);
    }
    for (int i = 0; i < other; i++) {
      rounds.vote(swap ? Vote.LEFT : Vote.RIGHT);
    }
    for (int i = 0; i < ties; i++) {
      rounds.vote(Vote.TIE);
    }
  }

  @Test
  void theCoinDecidesWhichAnswerStandsWhere() {
    rounds.begin(Runs.full());
    assertEquals("steered", round().left().name());
    swap = true;
    rounds.begin(Runs.full());
    assertEquals("baseline", round().left().name());
    assertEquals("steered", round().right().name());
    assertEquals(2, round().run().arms().size());
  }

  @Test
  void votesAreCountedForTheArmWhereverItStands() {
    rounds.begin(Runs.full());
    vote(3, 1, 1);
    swap = true;
    rounds.begin(Runs.full());
    vote(2, 0, 0);
    assertEquals(2, round().count(Vote.RIGHT));
    List<Tally> tallies = rounds.tallies();
    assertEquals(1, tallies.size());
    assertEquals(2, tallies.get(0).forSteered());
    assertTrue(tallies.get(0).words().endsWith("Votes in all: 5 to 1, 1 tie."));
  }

  @Test
  void afterTheRevealNothingIsCountedAndNothingIsLost() {
    rounds.begin(Runs.full());
    vote(1, 0, 0);
    assertTrue(rounds.takeBack());
    assertEquals(List.of(), rounds.rounds());
    vote(0, 1, 0);
    assertTrue(rounds.reveal());
    assertFalse(rounds.vote(Vote.LEFT));
    assertFalse(rounds.takeBack());
    assertFalse(rounds.reveal());
    rounds.close();
    assertEquals(1, rounds.rounds().size());
    assertFalse(rounds.vote(Vote.LEFT));
  }

  @Test
  void anotherArmCanStandAgainstTheSteeredOne() {
    Run run = Runs.full();
    assertEquals("Prompt only", rounds.nextOpponent(run).orElseThrow());
    rounds.begin(run);
    assertEquals("concise", round().other().name());
    vote(1, 0, 0);
    assertEquals("Baseline", rounds.nextOpponent(run).orElseThrow());
    rounds.begin(run);
    vote(0, 1, 0);
    assertEquals(
        List.of("Prompt only", "Baseline"), rounds.tallies().stream().map(Tally::other).toList());
  }

  @Test
  void aRunWithoutASteeredAnswerGivesNoRound() {
    Run run = Runs.full();
    assertFalse(rounds.begin(run.with(List.of(run.arms().get(0)))));
    assertFalse(rounds.vote(Vote.LEFT));
  }

  @Test
  void theTableSaysWhatStoodWhereAndWasVoted() {
    swap = true;
    rounds.begin(Runs.full("run-1", "Is 1, or \"one\", more?"));
    vote(2, 1, 0);
    String[] lines = TallyCsv.of(rounds.rounds()).split("\r\n");
    assertEquals(2, lines.length);
    assertEquals(
        "round,shown,run,model,question,left,right,steering,votes_left,votes_right,votes_tie,"
            + "preferred",
        lines[0]);
    assertTrue(
        lines[1].startsWith(
            "1,2026-05-04T12:00:00Z,run-1,owner/name,\"Is 1, or \"\"one\"\", more?\","
                + "baseline,steered,terse layer 4 strength 1.6 "),
        lines[1]);
    assertTrue(lines[1].endsWith(",1,2,0,steered"), lines[1]);
  }
}
