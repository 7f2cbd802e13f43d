package org.densesteer.ui.compare;

import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.steering.SteeringState;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorChoices;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/**
 * Opens the forms in which arms are set.
 *
 * @param extras the arms beside the two
 * @param fan several strengths at once
 * @param overlay where a form is shown
 */
record ArmForms(
    ExtraArms extras,
    Fan fan,
    ModelViewModel models,
    SteeringViewModel steering,
    VectorChoices vectors,
    Notices notices,
    Overlay overlay) {

  /** Asks for an arm with settings of its own, half as strong as the steered one to begin with. */
  void add() {
    SteeringState panel = steering.stateProperty().get();
    VectorInUse inUse = panel.vector();
    if (inUse == null) {
      notices.show(Notice.warning("An arm needs a vector; choose one in the vector menu."));
    } else {
      double half = steering.scaleProperty().get().rounded(panel.strength() / 2);
      open(null, SetArm.of(panel, inUse, panel.layer(), half));
    }
  }

  /** Asks for other settings of an arm. */
  void edit(ExtraArm arm) {
    if (arm.kind() instanceof SetArm own) {
      open(arm, own);
    }
  }

  private void open(@Nullable ExtraArm edited, SetArm start) {
    ArmForm form = new ArmForm(extras, models, steering, vectors, edited, start, overlay::close);
    overlay.show(
        new FxmlViews()
            .with(ArmFormController.class, () -> new ArmFormController(form, overlay))
            .load(FxmlFile.ARM));
  }

  /** Asks for the strengths of a fan. */
  void openFan() {
    double strength = steering.stateProperty().get().strength();
    overlay.show(
        new FxmlViews()
            .with(FanFormController.class, () -> new FanFormController(fan, strength, overlay))
            .load(FxmlFile.FAN));
  }
}
