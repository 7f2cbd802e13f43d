package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.generation.Arm;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.steering.Steering;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.AskedArm;
import org.densesteer.ui.trace.Staleness;

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

  /** Shows what another run said, in the panes that it needs; panes of no arm of it are empty. */
  void show(Run run) {
    all.forEach(ArmViewModel::reset);
    for (RunArm arm : run.arms()) {
      pane(arm.name())
          .ifPresent(
              pane -> {
                pane.reset();
                pane.ask(AskedArm.of(run, arm));
                pane.finish(arm);
                pane.belongTo(run);
                pane.become(Staleness.FROM_NOTEBOOK);
              });
    }
  }

  /** The pane of an arm of this name, made where it is a placebo's; empty for no arm of ours. */
  private Optional<ArmViewModel> pane(String arm) {
    if (arm.equals(Arm.BASELINE)) {
      return Optional.of(baseline);
    }
    if (arm.equals(Arm.STEERED)) {
      return Optional.of(steered);
    }
    try {
      Placebo placebo = Placebo.named(arm);
      extras.add(placebo);
      return extras.list().stream()
          .filter(extra -> extra.placebo().equals(placebo))
          .map(ExtraArm::pane)
          .findFirst();
    } catch (FaultException e) {
      return Optional.empty();
    }
  }

  List<String> extraNames() {
    return extras.list().stream().map(extra -> extra.placebo().name()).toList();
  }

  /** Puts the arms of these names beside the two; names of no arm of ours are passed over. */
  void arrange(List<String> names) {
    for (ExtraArm extra : List.copyOf(extras.list())) {
      if (!names.contains(extra.placebo().name())) {
        extras.remove(extra);
      }
    }
    names.forEach(this::pane);
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
