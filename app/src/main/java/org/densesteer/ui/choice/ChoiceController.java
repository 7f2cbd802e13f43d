package org.densesteer.ui.choice;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.densesteer.figure.FigureSize;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.figures.FigureSheet;
import org.densesteer.ui.figures.FigureSource;
import org.jspecify.annotations.Nullable;

/** Two continuations, and how likely steering makes one against the other. */
final class ChoiceController {

  private static final FigureSize SHOWN = new FigureSize(260, 105, 12);

  private final ChoiceViewModel viewModel;
  private final FigureSheet figures;
  private final Notices notices;
  private final Overlay overlay;
  private final FigurePane drawing = new FigurePane();

  @FXML private VBox root;
  @FXML private TextField first;
  @FXML private TextField second;
  @FXML private Button runButton;
  @FXML private Label caption;
  @FXML private StackPane chart;
  @FXML private Button saveButton;
  @FXML private Button copyButton;

  ChoiceController(
      ChoiceViewModel viewModel, FigureSheet figures, Notices notices, Overlay overlay) {
    this.viewModel = viewModel;
    this.figures = figures;
    this.notices = notices;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    ChoiceResult before = viewModel.resultProperty().get();
    first.setText(before == null ? "" : before.first());
    second.setText(before == null ? "" : before.second());
    chart.getChildren().setAll(drawing);
    runButton.textProperty().bind(viewModel.busyProperty().map(busy -> busy ? "Cancel" : "Test"));
    Subscription following = viewModel.resultProperty().subscribe(this::show);
    root.sceneProperty()
        .subscribe(
            (old, now) -> {
              if (now == null) {
                following.unsubscribe();
                runButton.textProperty().unbind();
              } else {
                show(viewModel.resultProperty().get());
              }
            });
  }

  private void show(@Nullable ChoiceResult result) {
    saveButton.setDisable(result == null);
    copyButton.setDisable(result == null);
    Fx.visible(chart, result != null);
    if (result == null) {
      caption.setText(
          viewModel
              .obstacle()
              .orElse(
                  "Type two ways in which the answer could go on, such as 42 and 43. A blank before"
                      + " a word belongs to it. Compare changes, not levels: more tokens are less"
                      + " likely for that alone."));
      return;
    }
    boolean dark =
        root.getScene() != null && root.getScene().getRoot().getStyleClass().contains("dark");
    drawing.show(
        ChoiceDrawing.of(
            result, SHOWN, dark ? ChoiceDrawing.Colours.DARK : ChoiceDrawing.Colours.LIGHT));
    caption.setText(result.sentence());
  }

  @FXML
  private void run() {
    if (viewModel.busyProperty().get()) {
      viewModel.cancel();
    } else {
      viewModel.run(first.getText(), second.getText());
    }
  }

  @FXML
  private void save() {
    ChoiceResult result = viewModel.resultProperty().get();
    if (result != null) {
      figures.show(
          new FigureSource(
              "Two-choice test",
              size -> ChoiceDrawing.of(result, size, ChoiceDrawing.Colours.LIGHT),
              result.made()));
    }
  }

  @FXML
  private void copy() {
    ChoiceResult result = viewModel.resultProperty().get();
    if (result != null) {
      Fx.copy(result.csv());
      notices.show(Notice.info("The log-odds are in the clipboard as CSV."));
    }
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
