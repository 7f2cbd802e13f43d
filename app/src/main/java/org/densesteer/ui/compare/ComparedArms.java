package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
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
import org.densesteer.ui.steering.SteeringState;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.AskedArm;
import org.densesteer.ui.trace.Staleness;
import org.jspecify.annotations.Nullable;

/** The arms side by side: the baseline, the steered one, and those that a person put there. */
final class ComparedArms {

  private static final int FIRST_EXTRA = 2;

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
      int from = FIRST_EXTRA + change.getFrom();
      List<ArmViewModel> added = new ArrayList<>();
      for (ExtraArm arm : change.getAddedSubList()) {
        if (arm.kind() instanceof PinnedArm pinned) {
          fill(arm.pane(), pinned.run(), pinned.arm(), Staleness.PINNED);
        }
        added.add(arm.pane());
      }
      if (added.size() == 1 && change.getRemovedSize() == 1) {
        all.set(from, added.get(0));
        continue;
      }
      if (change.wasRemoved()) {
        all.remove(from, from + change.getRemovedSize());
      }
      if (change.wasAdded()) {
        all.addAll(from, added);
      }
    }
  }

  /**
   * The arms that vectors at work make: the steered one first, then what the others make of them;
   * none without vectors.
   *
   * @param panel what stands in the steering panel
   * @param seed decides the random directions
   * @param fits whether an arm's own vector fits the model
   * @throws FaultException when a vector lacks what a placebo needs
   */
  List<ShownArm> steeredBy(SteeringState panel, long seed, Predicate<SetArm> fits) {
    List<ShownArm> arms = new ArrayList<>();
    List<Steering> atWork = panel.steerings();
    if (!atWork.isEmpty()) {
      arms.add(new ShownArm(new Arm(Arm.STEERED, atWork), steered));
      for (ExtraArm extra : extras.list()) {
        if (extra.kind() instanceof PlaceboArm placebo && !placebo.promptOnly()) {
          arms.add(new ShownArm(placebo.standingInFor(atWork, seed), extra.pane()));
        } else if (extra.kind() instanceof SetArm own && fits.test(own)) {
          arms.add(new ShownArm(ArmNames.apart(own.arm(panel), arms), extra.pane()));
        }
      }
    }
    return arms;
  }

  /** The arm that reads another prompt and no vector; empty when there is none. */
  Optional<ArmViewModel> promptOnly() {
    return extras.list().stream().filter(ExtraArm::promptOnly).map(ExtraArm::pane).findFirst();
  }

  /** The panes that runs fill. */
  List<ArmViewModel> answering() {
    return all.stream().filter(pane -> !pinned(pane)).toList();
  }

  /** Whether a pane shows a record that no run touches. */
  boolean pinned(ArmViewModel pane) {
    return extras.of(pane).filter(ExtraArm::pinned).isPresent();
  }

  /** Empties every pane but the unsteered and the pinned ones. */
  void forgetSteered() {
    for (ArmViewModel pane : answering()) {
      if (pane != baseline && promptOnly().filter(pane::equals).isEmpty()) {
        pane.reset();
      }
    }
  }

  /**
   * Shows what another run said, in the panes that it needs; panes of no arm of it are empty.
   *
   * @param known the arm for other settings that a recorded one was; empty where its vector is not
   *     at hand, so that its record is pinned
   */
  void show(Run run, Function<RunArm, Optional<SetArm>> known) {
    answering().forEach(ArmViewModel::reset);
    for (RunArm arm : run.arms()) {
      ArmKind kind = kind(run, arm, known);
      if (kind != null) {
        extras.add(kind);
      }
      pane(arm, kind).ifPresent(pane -> fill(pane, run, arm, Staleness.FROM_NOTEBOOK));
    }
  }

  private static @Nullable ArmKind kind(
      Run run, RunArm arm, Function<RunArm, Optional<SetArm>> known) {
    if (arm.name().equals(Arm.BASELINE) || arm.name().equals(Arm.STEERED)) {
      return null;
    }
    try {
      return new PlaceboArm(Placebo.named(arm.name()));
    } catch (FaultException e) {
      return known.apply(arm).<ArmKind>map(own -> own).orElseGet(() -> new PinnedArm(run, arm));
    }
  }

  /** The pane to fill; none where there is no room, or where a record is pinned, which is full. */
  private Optional<ArmViewModel> pane(RunArm arm, @Nullable ArmKind kind) {
    if (kind == null) {
      return Optional.of(arm.name().equals(Arm.BASELINE) ? baseline : steered);
    }
    return extras.find(kind).filter(extra -> !extra.pinned()).map(ExtraArm::pane);
  }

  private static void fill(ArmViewModel pane, Run run, RunArm arm, Staleness staleness) {
    pane.reset();
    pane.ask(AskedArm.of(run, arm));
    pane.finish(arm);
    pane.belongTo(run);
    pane.become(staleness);
    if (arm.name().equals(Arm.STEERED)) {
      pane.standOn(run.floor());
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
