package org.densesteer.ui.shell;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.common.Pages;

/** The toolbar's switch between the pages. */
final class PageSwitch {

  private final ToggleGroup group = new ToggleGroup();

  private PageSwitch() {}

  /** Fills a box with a toggle for each page; with Compare alone the box is hidden. */
  static void fill(HBox box, Pages pages, ShellViewModel shell) {
    PageSwitch made = new PageSwitch();
    for (Page page : pages.present()) {
      box.getChildren().add(made.toggle(page, shell));
    }
    made.shape(box);
    Fx.visible(box, pages.present().size() > 1);
    Fx.alwaysOne(made.group);
    shell.pageProperty().subscribe(made::select);
  }

  private ToggleButton toggle(Page page, ShellViewModel shell) {
    ToggleButton toggle = new ToggleButton(page.title());
    toggle.setId("page" + page.title());
    toggle.setMinWidth(ToggleButton.USE_PREF_SIZE);
    toggle.setUserData(page);
    toggle.setToggleGroup(group);
    toggle.setTooltip(new Tooltip(page.tip()));
    toggle.setOnAction(event -> shell.pageProperty().set(page));
    return toggle;
  }

  private void shape(HBox box) {
    int last = box.getChildren().size() - 1;
    for (int i = 0; i <= last; i++) {
      box.getChildren()
          .get(i)
          .getStyleClass()
          .add(i == 0 ? "left-pill" : i == last ? "right-pill" : "center-pill");
    }
  }

  private void select(Page page) {
    group.getToggles().stream()
        .filter(toggle -> toggle.getUserData() == page)
        .findFirst()
        .ifPresent(group::selectToggle);
  }
}
