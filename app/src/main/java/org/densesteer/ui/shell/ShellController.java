package org.densesteer.ui.shell;

import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Splits;

/** The frame: toolbar, three columns, status line, and what lies above them. */
public final class ShellController {

  private final ShellViewModel viewModel;
  private final Settings settings;
  private final Notices notices;
  private final DialogService dialogs;
  private final ModalOverlay overlay;
  private final Pages pages;

  @FXML private StackPane root;
  @FXML private BorderPane frame;
  @FXML private Node toolbar;
  @FXML private SplitPane columns;
  @FXML private Region prompt;
  @FXML private Region steering;
  @FXML private Node status;
  private boolean placing;

  /** Creates the controller. */
  public ShellController(
      ShellViewModel viewModel,
      Settings settings,
      Notices notices,
      DialogService dialogs,
      ModalOverlay overlay,
      Pages pages) {
    this.pages = pages;
    this.viewModel = viewModel;
    this.settings = settings;
    this.notices = notices;
    this.dialogs = dialogs;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    SplitPane.setResizableWithParent(prompt, false);
    SplitPane.setResizableWithParent(steering, false);
    NoticeBanner banner = new NoticeBanner(notices, dialogs);
    StackPane.setAlignment(banner, Pos.BOTTOM_CENTER);
    StackPane.setMargin(banner, new Insets(0, 24, 40, 24));
    root.getChildren().addAll(banner, overlay.node());
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
    viewModel.pageProperty().addListener((property, before, now) -> show(now));
    viewModel.presentingProperty().addListener((property, before, now) -> present(now));
  }

  private void show(Page page) {
    frame.setCenter(page == Page.COMPARE ? columns : pages.content(page));
  }

  private void present(boolean presenting) {
    placing = true;
    Fx.visible(toolbar, !presenting);
    Fx.visible(status, !presenting);
    if (presenting) {
      columns.getItems().removeAll(prompt, steering);
    } else {
      columns.getItems().add(0, prompt);
      columns.getItems().add(steering);
      columns.layout();
      placeDividers();
    }
    placing = presenting;
    Fx.styled(root, "presenting", presenting);
  }

  private void placeDividers() {
    placing = true;
    Splits splits = settings.splitsProperty().get();
    double width = columns.getWidth();
    columns.setDividerPositions(splits.promptWidth() / width, 1 - splits.steeringWidth() / width);
    columns.layout();
    placing = false;
  }

  private void dividerMoved() {
    if (!placing && columns.getItems().contains(prompt) && prompt.getWidth() > 0) {
      Splits splits = settings.splitsProperty().get();
      settings
          .splitsProperty()
          .set(new Splits(prompt.getWidth(), steering.getWidth(), splits.charts()));
    }
  }
}
