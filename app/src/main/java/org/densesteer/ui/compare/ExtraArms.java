package org.densesteer.ui.compare;

import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.ui.trace.ArmViewModel;

/** The arms that a person put beside baseline and steered arm. */
final class ExtraArms {

  private static final int FIRST_COLOUR = 2;
  private static final int LAST_COLOUR = 5;

  private final ToIntFunction<String> tokenCount;
  private final ObservableList<ExtraArm> list = FXCollections.observableArrayList();

  ExtraArms(ToIntFunction<String> tokenCount) {
    this.tokenCount = tokenCount;
  }

  /** Adds the next draw of a placebo that is drawn by lot. */
  void addDraw(PlaceboKind kind) {
    IntStream.iterate(1, draw -> draw + 1)
        .mapToObj(draw -> new Placebo(kind, draw))
        .filter(placebo -> !has(placebo))
        .findFirst()
        .ifPresent(this::add);
  }

  /** Takes the last draw of a placebo away, or adds the first where there is none. */
  void toggle(PlaceboKind kind) {
    list.stream()
        .filter(arm -> arm.placebo().kind() == kind)
        .reduce((one, later) -> later)
        .ifPresentOrElse(this::remove, () -> addDraw(kind));
  }

  /** Adds a placebo, unless it is there or there is no room for another pane. */
  void add(Placebo placebo) {
    OptionalInt colour = freeColour();
    if (!has(placebo) && colour.isPresent()) {
      list.add(
          new ExtraArm(
              placebo, new ArmViewModel(ExtraArm.title(placebo), colour.getAsInt(), tokenCount)));
    }
  }

  /** Takes an arm away, with its pane. */
  void remove(ExtraArm arm) {
    list.remove(arm);
  }

  /** Whether a placebo is there. */
  boolean has(Placebo placebo) {
    return list.stream().anyMatch(arm -> arm.placebo().equals(placebo));
  }

  /** Whether no further pane fits beside the others. */
  boolean full() {
    return freeColour().isEmpty();
  }

  private OptionalInt freeColour() {
    return IntStream.rangeClosed(FIRST_COLOUR, LAST_COLOUR)
        .filter(colour -> list.stream().noneMatch(arm -> arm.pane().colourIndex() == colour))
        .findFirst();
  }

  /** The arms in the order of their panes. */
  ObservableList<ExtraArm> list() {
    return list;
  }
}
