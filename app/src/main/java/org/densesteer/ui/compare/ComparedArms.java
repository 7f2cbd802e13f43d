package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.densesteer.generation.Arm;
import org.densesteer.steering.Steering;
import org.densesteer.ui.trace.ArmViewModel;

/** The arms side by side: the baseline, the steered one, and those that a person put there. */
final class ComparedArms {

  private final ArmViewModel baseline;
  private final ArmViewModel steered;
  private final ExtraArms extras;
  private final ObservableList<ArmViewModel> all;

  /**
   * The two alone.
   *
   * @param tokenCount how many tokens a text alone has
   */
  ComparedArms(ToIntFunction<String> tokenCount) {
    baseline = new ArmViewModel("Baseline", 0, tokenCount);
    steered = new ArmViewModel("Steered", 1, tokenCount);
    extras = new ExtraArms(tokenCount);
    all = FXCollections.observableArrayList(baseline, steered);
    extras.list().addListener(this::extrasChanged);
  }

  private void extrasChanged(ListChangeListener.Change<? extends ExtraArm> change) {
    while (change.next()) {
      change.getRemoved().forEach(extra -> all.remove(extra.pane()));
      change.getAddedSubList().forEach(extra -> all.add(extra.pane()));
    }
  }

  /**
   * The arms that vectors at work make: the steered one first, then what the placebos make of them;
   * none without vectors.
   *
   * @param seed decides the random directions
   * @throws org.densesteer.common.FaultException when a vector lacks what a placebo needs
   */
  List<ShownArm> steeredBy(List<Steering> atWork, long seed) {
    List<ShownArm> arms = new ArrayList<>();
    if (!atWork.isEmpty()) {
      arms.add(new ShownArm(new Arm(Arm.STEERED, atWork), steered));
      extras.list().stream()
          .filter(extra -> !extra.promptOnly())
          .forEach(extra -> arms.add(extra.standingInFor(atWork, seed)));
    }
    return arms;
  }

  /** The arm that reads another prompt and no vector; empty when there is none. */
  Optional<ArmViewModel> promptOnly() {
    return extras.list().stream().filter(ExtraArm::promptOnly).map(ExtraArm::pane).findFirst();
  }

  /** Empties every pane but the unsteered ones. */
  void forgetSteered() {
    for (ArmViewModel pane : all) {
      if (pane != baseline && promptOnly().filter(pane::equals).isEmpty()) {
        pane.reset();
      }
    }
  }

  ArmViewModel baseline() {
    return baseline;
  }

  ArmViewModel steered() {
    return steered;
  }

  ExtraArms extras() {
    return extras;
  }

  /** All of them in the order of their panes, the baseline first. */
  ObservableList<ArmViewModel> all() {
    return all;
  }
}
