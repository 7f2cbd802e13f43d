package org.densesteer.ui.compare;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.steering.PushScale;
import org.densesteer.ui.steering.SteeringState;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorInUse;
import org.densesteer.ui.trace.ArmViewModel;

/**
 * Several strengths of the vector in use at once, each an arm beside the steered one, until one is
 * picked. Strength 0 has no arm of its own, since it is the baseline, nor has the strength in use.
 */
public final class Fan {

  /** Fewest strengths. */
  static final int FEWEST = 3;

  /** Most strengths. */
  static final int MOST = 7;

  /** How many strengths without being asked. */
  static final int USUAL = 5;

  /** Push of a fan while the strength is 0, a share of ‖h‖. */
  private static final double USUAL_PUSH = 0.25;

  private final ExtraArms extras;
  private final SteeringViewModel steering;
  private final Notices notices;
  private final ObservableValue<Boolean> open;

  Fan(ExtraArms extras, SteeringViewModel steering, Notices notices) {
    this.extras = extras;
    this.steering = steering;
    this.notices = notices;
    open = Bindings.createBooleanBinding(extras::hasFan, extras.list());
  }

  /** Opens the usual fan around the strength in use, or closes the one that is open. */
  public void toggle() {
    if (extras.hasFan()) {
      close();
    } else {
      open(FanRange.AROUND, USUAL);
    }
  }

  /** Opens a fan in place of the one before. */
  void open(FanRange range, int count) {
    double strength = steering.stateProperty().get().strength();
    PushScale scale = steering.scaleProperty().get();
    double base = strength == 0 ? scale.rounded(USUAL_PUSH * scale.limit()) : strength;
    open(range.strengths(base, count));
  }

  /** Opens a fan of these strengths in place of the one before. */
  void open(List<Double> strengths) {
    SteeringState panel = steering.stateProperty().get();
    VectorInUse vector = panel.vector();
    if (vector == null || panel.operator() == Operator.ABLATE) {
      notices.show(
          Notice.warning(
              vector == null
                  ? "A fan needs a vector; choose one in the vector menu."
                  : "An ablation has no strength, so there is nothing to fan out."));
      return;
    }
    PushScale scale = steering.scaleProperty().get();
    SetArm own = SetArm.of(panel, vector, panel.layer(), panel.strength());
    List<SetArm> arms =
        strengths.stream()
            .map(scale::rounded)
            .distinct()
            .map(own::inFan)
            .filter(arm -> arm.strength() != 0 && arm.strength() != panel.strength())
            .toList();
    long before = extras.list().stream().filter(arm -> arm.kind().ofFan()).count();
    if (extras.room() + before < arms.size()) {
      notices.show(
          Notice.warning(
              Texts.of(
                  "The fan needs %d panes, and there is room for %d; take arms away first.",
                  arms.size(), extras.room() + before)));
      return;
    }
    extras.closeFan();
    extras.addAll(arms);
  }

  /** Closes the fan; the strength stays what it was. */
  public void close() {
    extras.closeFan();
  }

  /** Takes the strength of an arm into the panel and closes the fan. */
  void pick(SetArm arm) {
    steering.take(arm.vector(), arm.layer(), arm.strength());
    close();
  }

  /** Picks what a pane shows, where it is an arm of the fan or the steered one. */
  void pick(ArmViewModel pane) {
    extras
        .of(pane)
        .ifPresentOrElse(
            extra -> {
              if (extra.kind() instanceof SetArm own) {
                pick(own);
              }
            },
            this::close);
  }

  /** Whether there is one. */
  ObservableValue<Boolean> openProperty() {
    return open;
  }
}
