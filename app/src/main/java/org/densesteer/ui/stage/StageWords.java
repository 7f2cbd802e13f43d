package org.densesteer.ui.stage;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Texts;
import org.densesteer.ui.settings.SavedStage;

/** What the captions of the stage say. */
final class StageWords {

  private StageWords() {}

  /** What an audience is asked to do; the votes of each side are told with the names. */
  static String blind(BlindRound round) {
    int votes = round.votes().size();
    return "Which answer is better?  1 = A · 2 = B · 3 = neither"
        + (votes == 0 ? "" : "  ·  " + votes(votes));
  }

  static String replay(Replay replay) {
    List<String> words = new ArrayList<>(List.of("Replay"));
    double speed = replay.speedProperty().get();
    words.add((speed == Math.rint(speed) ? Texts.of("%.0f", speed) : Texts.of("%s", speed)) + "×");
    if (!replay.timed()) {
      words.add("no times were recorded, tokens come evenly");
    }
    if (replay.pausedProperty().get()) {
      words.add("paused");
    }
    return String.join(" · ", words);
  }

  /** What was voted for each answer, with its name. */
  static String shares(BlindRound round) {
    return side(round, 0, round.count(Vote.LEFT))
        + side(round, 1, round.count(Vote.RIGHT))
        + "neither: "
        + votes(round.count(Vote.TIE));
  }

  private static String side(BlindRound round, int place, int votes) {
    return Texts.of(
        "%s · %s: %s      ",
        RevealedArms.letter(place), RevealedArms.title(round, place), votes(votes));
  }

  private static String votes(int count) {
    return count == 1 ? "1 vote" : count + " votes";
  }

  /**
   * How fast the model writes, what is held back, and what may happen by itself.
   *
   * @param tokensPerSecond of the model; 0 while unknown
   */
  static String pace(SavedStage saved, double tokensPerSecond) {
    List<String> words = new ArrayList<>();
    if (tokensPerSecond > 0) {
      words.add(Texts.of("%.0f tok/s", tokensPerSecond));
    }
    if (saved.tokensPerSecond() > 0) {
      words.add("shown at " + saved.tokensPerSecond() + " at most, the model may be ahead");
    }
    if (saved.boothMinutes() > 0) {
      words.add("booth: starts anew after " + saved.boothMinutes() + " idle min");
    }
    return String.join(" · ", words);
  }
}
