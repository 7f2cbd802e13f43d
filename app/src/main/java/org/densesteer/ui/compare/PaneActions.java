package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Menus;
import org.densesteer.ui.trace.TracePane;

/**
 * What can be done with the arm of a pane.
 *
 * @param forms asks for other settings of an arm
 * @param order which pane stands where
 */
record PaneActions(ArmForms forms, PaneOrder order) {

  /** Puts it on a pane. */
  void offer(TracePane pane) {
    pane.offer(
        List.of(
            Menus.item("Swap sides, or the two marked panes", order::swap),
            Menus.item("Mark this pane, or not", () -> order.mark(pane.arm()))));
    forms.extras().of(pane.arm()).ifPresent(arm -> offer(pane, arm));
  }

  private void offer(TracePane pane, ExtraArm arm) {
    List<MenuItem> items = new ArrayList<>();
    if (arm.kind() instanceof SetArm own) {
      if (own.ofFan()) {
        Button pick = new Button("Pick");
        pick.setMinWidth(Region.USE_PREF_SIZE);
        pick.getStyleClass().addAll("small", "pick-button");
        Fx.describe(
            pick, "Pick " + own.title(), "Set the panel to this strength and close the fan");
        pick.setOnAction(event -> forms.fan().pick(own));
        pane.offer(pick);
      }
      items.add(Menus.item("Set the panel to this arm", () -> forms.fan().pick(own)));
      items.add(Menus.item("Other settings…", () -> forms.edit(arm)));
    }
    items.add(Menus.item("Take this arm away", () -> forms.extras().remove(arm)));
    pane.offer(items);
  }
}
