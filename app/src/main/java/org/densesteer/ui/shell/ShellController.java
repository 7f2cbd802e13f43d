package org.densesteer.ui.shell;

import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.common.Pages;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Splits;
import org.densesteer.ui.settings.TextSize;
import org.jspecify.annotations.Nullable;

/** The frame: toolbar, three columns, status line, and what lies above them. */
final class ShellController {

  /** Below this width, in ems, the two panels share a column. */
  private static final double NARROW = 62;

  private final ShellViewModel viewModel;
  private final Settings settings;
  private final Notices notices;
  private final DialogService dialogs;
  private final ModalOverlay overlay;
  private final Pages pages;
  private final Presentation stage;
  private final Supplier<? extends Region> drawer;

  @FXML private StackPane root;
  @FXML private BorderPane frame;
  @FXML private Node toolbar;
  @FXML private StackPane page;
  @FXML private SplitPane columns;
  @FXML private Region prompt;
  @FXML private Region steering;
  @FXML private VBox foot;
  @FXML private Node status;
  private final BooleanProperty narrow = new SimpleBooleanProperty();
  private SideColumn side;
  private SideDrawer compare;
  private Node answers;
  private @Nullable Node focused;

  ShellController(
      ShellViewModel viewModel,
      Settings settings,
      Notices notices,
      DialogService dialogs,
      ModalOverlay overlay,
      Pages pages,
      Presentation stage,
      Supplier<? extends Region> drawer) {
    this.drawer = drawer;
    this.pages = pages;
    this.stage = stage;
    this.viewModel = viewModel;
    this.settings = settings;
    this.notices = notices;
    this.dialogs = dialogs;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    answers = columns.getItems().get(1);
    side = new SideColumn(prompt, steering);
    page.getChildren().clear();
    compare = new SideDrawer(columns, drawer, viewModel.drawer(), settings);
    page.getChildren().setAll(compare);
    SplitPane.setResizableWithParent(prompt, false);
    SplitPane.setResizableWithParent(steering, false);
    SplitPane.setResizableWithParent(side, false);
    NoticeBanner notice = new NoticeBanner(notices, dialogs);
    root.getChildren().addAll(overlay.node(), notice);
    Runnable place = () -> notice.keepOff(foot.getHeight(), root.getWidth());
    foot.heightProperty().subscribe(place);
    root.widthProperty().subscribe(place);
    overlay.shownProperty().addListener((property, before, now) -> lieUnder(now));
    columns
        .widthProperty()
        .addListener(
            (property, before, now) -> {
              if (before.doubleValue() == 0) {
                placeDividers();
              }
            });
    prompt.widthProperty().addListener((property, before, now) -> dividerMoved());
    steering.widthProperty().addListener((property, before, now) -> dividerMoved());
    columns.widthProperty().addListener((property, before, now) -> widthChanged());
    settings.textScaleProperty().addListener((property, before, now) -> widthChanged());
    narrow.addListener((property, before, now) -> arrange());
    viewModel.pageProperty().addListener((property, before, now) -> show());
    viewModel.presentingProperty().addListener((property, before, now) -> present(now));
  }

  /** Keeps the keyboard within a sheet that lies above, and gives the focus back after it. */
  private void lieUnder(boolean sheet) {
    if (sheet) {
      focused = root.getScene().getFocusOwner();
    }
    frame.setDisable(sheet);
    if (!sheet && focused != null) {
      focused.requestFocus();
    }
  }

  private void show() {
    Page shown = viewModel.pageProperty().get();
    if (viewModel.presentingProperty().get()) {
      page.getChildren().setAll(stage.content());
    } else {
      page.getChildren().setAll(shown == Page.COMPARE ? compare : pages.content(shown));
      if (shown == Page.COMPARE) {
        // The size of the text may have changed while nothing laid the columns out.
        widthChanged();
        Platform.runLater(this::placeDividers);
      }
    }
  }

  private void widthChanged() {
    if (columns.getWidth() > 0) {
      // Not within the layout that brings the width.
      Platform.runLater(
          () -> {
            narrow.set(TextSize.ems(columns.getWidth(), settings) < NARROW);
            if (columns.getItems().contains(side)) {
              placeDividers();
            }
          });
    }
  }

  private void present(boolean presenting) {
    Fx.visible(toolbar, !presenting);
    Fx.visible(status, !presenting);
    show();
    Fx.styled(root, "presenting", presenting);
  }

  private void arrange() {
    columns.getItems().setAll(answers);
    side.release();
    if (narrow.get()) {
      side.hold();
      columns.getItems().add(0, side);
    } else {
      columns.getItems().setAll(prompt, answers, steering);
    }
    // The panels' least widths follow the text, whose size may have changed a moment ago.
    root.applyCss();
    columns.layout();
    placeDividers();
  }

  private void placeDividers() {
    Splits splits = settings.splitsProperty().get();
    double whole = Math.max(1, columns.getWidth());
    if (columns.getItems().contains(side)) {
      columns.setDividerPositions(Math.max(splits.steeringWidth(), 0.38 * whole) / whole);
    } else {
      columns.setDividerPositions(splits.promptWidth() / whole, 1 - splits.steeringWidth() / whole);
    }
    columns.layout();
  }

  private void dividerMoved() {
    // Pressed: a divider that a narrow window pushes aside goes back when there is room again.
    if (columns.isPressed() && columns.getItems().contains(prompt)) {
      Splits splits = settings.splitsProperty().get();
      settings
          .splitsProperty()
          .set(new Splits(prompt.getWidth(), steering.getWidth(), splits.charts()));
    }
  }
}
