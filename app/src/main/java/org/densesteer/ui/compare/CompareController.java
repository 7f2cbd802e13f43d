package org.densesteer.ui.compare;

import javafx.fxml.FXML;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.densesteer.ui.settings.Settings;

/** The Compare layout: the arms' panes side by side above their charts. */
public final class CompareController {

  private final CompareViewModel viewModel;
  private final Settings settings;

  @FXML private SplitPane rows;
  @FXML private HBox panes;
  @FXML private StackPane charts;

  /** Creates the controller. */
  public CompareController(CompareViewModel viewModel, Settings settings) {
    this.viewModel = viewModel;
    this.settings = settings;
  }

  @FXML
  private void initialize() {}
}
