package org.densesteer.ui.stage;

import java.util.List;
import java.util.stream.IntStream;
import org.densesteer.ui.compare.ArmTitles;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.Staleness;

/** The answers of a round with their names, standing where they stood without. */
final class RevealedArms {

  private static final List<String> LETTERS = List.of("A", "B");

  private RevealedArms() {}

  static List<ArmViewModel> of(BlindRound round) {
    return IntStream.range(0, LETTERS.size())
        .mapToObj(
            place -> {
              String title = letter(place) + " · " + title(round, place);
              ArmViewModel pane =
                  new ReplayedArm(round.run(), round.run().arms().get(place), place + 2, title)
                      .finish()
                      .pane();
              pane.become(Staleness.NONE);
              return pane;
            })
        .toList();
  }

  /** What the answer at a place is called while its name is hidden. */
  static String letter(int place) {
    return LETTERS.get(place);
  }

  /** What it is called otherwise. */
  static String title(BlindRound round, int place) {
    return ArmTitles.of(round.run().arms().get(place).name());
  }
}
