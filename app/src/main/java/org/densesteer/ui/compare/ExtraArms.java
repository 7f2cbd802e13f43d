package org.densesteer.ui.compare;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.evaluation.placebo.PlaceboMix;
import org.densesteer.generation.Arm;
import org.densesteer.steering.Steering;
import org.densesteer.ui.trace.ArmViewModel;
import org.jspecify.annotations.Nullable;

/** The arms that a person put beside baseline and steered arm. */
public final class ExtraArms {

  private static final int FIRST_COLOUR = 2;
  private static final int LAST_COLOUR = 5;

  private final ToIntFunction<String> tokenCount;
  private final ObservableList<ExtraArm> list = FXCollections.observableArrayList();

  ExtraArms(ToIntFunction<String> tokenCount) {
    this.tokenCount = tokenCount;
  }

  /** Adds the next draw of a placebo that is drawn by lot. */
  public void addDraw(PlaceboKind kind) {
    IntStream.iterate(1, draw -> draw + 1)
        .mapToObj(draw -> new Placebo(kind, draw))
        .filter(placebo -> !has(placebo))
        .findFirst()
        .ifPresent(this::add);
  }

  /** Adds a placebo, unless it is there or there is no room for another pane. */
  public void add(Placebo placebo) {
    OptionalInt colour = freeColour();
    if (!has(placebo) && colour.isPresent()) {
      list.add(
          new ExtraArm(
              placebo, new ArmViewModel(ExtraArm.title(placebo), colour.getAsInt(), tokenCount)));
    }
  }

  /** Takes an arm away, with its pane. */
  public void remove(ExtraArm arm) {
    list.remove(arm);
  }

  /** Whether a placebo is there. */
  public boolean has(Placebo placebo) {
    return list.stream().anyMatch(arm -> arm.placebo().equals(placebo));
  }

  /** Whether no further pane fits beside the others. */
  public boolean full() {
    return freeColour().isEmpty();
  }

  private OptionalInt freeColour() {
    return IntStream.rangeClosed(FIRST_COLOUR, LAST_COLOUR)
        .filter(colour -> list.stream().noneMatch(arm -> arm.pane().colourIndex() == colour))
        .findFirst();
  }

  /**
   * Adds what the placebos make of the vectors at work to a run's arms.
   *
   * @param steerings what they stand in for; without any they have nothing to do
   * @param seed decides the random directions
   * @param panes takes the pane of each
   * @throws org.densesteer.common.FaultException when a vector lacks a layer or a control
   */
  void request(
      List<Steering> steerings,
      long seed,
      int firstPane,
      List<Arm> requested,
      List<Integer> panes) {
    for (int i = 0; i < list.size(); i++) {
      ExtraArm extra = list.get(i);
      if (!steerings.isEmpty() && !extra.promptOnly()) {
        requested.add(
            new Arm(extra.placebo().name(), PlaceboMix.of(extra.placebo(), steerings, seed)));
        panes.add(firstPane + i);
      }
    }
  }

  /** Index of the prompt-only arm among these; empty when there is none. */
  OptionalInt promptOnly() {
    return IntStream.range(0, list.size()).filter(i -> list.get(i).promptOnly()).findFirst();
  }

  /** The system turn of the prompt-only arm. */
  static String conciseSystem(@Nullable String system) {
    return system == null ? Placebo.CONCISE_REQUEST : system + " " + Placebo.CONCISE_REQUEST;
  }

  /** The arms in the order of their panes. */
  public ObservableList<ExtraArm> list() {
    return list;
  }
}
