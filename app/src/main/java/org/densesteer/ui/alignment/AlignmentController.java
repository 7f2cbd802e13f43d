package org.densesteer.ui.alignment;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;
import org.densesteer.common.Texts;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.figures.FigureSheet;
import org.densesteer.ui.figures.FigureSource;

/** The maps below each other, each above the text of its answer. */
final class AlignmentController {

  private static final String MARKED = "alignment-marked";

  private final AlignmentViewModel viewModel;
  private final Notices notices;
  private final Overlay overlay;
  private final FigureSheet figures;

  @FXML private VBox root;
  @FXML private Label caption;
  @FXML private Label readout;
  @FXML private VBox maps;
  @FXML private Button copyButton;
  @FXML private Button saveButton;

  AlignmentController(
      AlignmentViewModel viewModel, Notices notices, Overlay overlay, FigureSheet figures) {
    this.figures = figures;
    this.viewModel = viewModel;
    this.notices = notices;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    Subscription following = viewModel.mapsProperty().subscribe(this::show);
    root.sceneProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                following.unsubscribe();
                viewModel.cancel();
              }
            });
    viewModel.run();
  }

  private void show(List<ArmMap> arms) {
    maps.getChildren().clear();
    copyButton.setDisable(arms.isEmpty());
    saveButton.setDisable(arms.isEmpty());
    readout.setText(" ");
    if (arms.isEmpty()) {
      caption.setText(viewModel.obstacle().orElse("Reading the answers again…"));
      return;
    }
    double most = arms.stream().mapToDouble(ArmMap::most).max().orElse(1);
    caption.setText(
        Texts.of(
            "Cosine of each token's hidden state (output of the decoder block, steering included)"
                + " with the vector's direction at that layer. Layer 0 is at the bottom; orange"
                + " along the vector, blue against it; full colour is ±%.2f in both maps.",
            most));
    arms.forEach(arm -> maps.getChildren().add(part(arm, most)));
  }

  private Node part(ArmMap arm, double most) {
    Label name = new Label(arm.name());
    name.getStyleClass().addAll("arm-caption", "arm-" + arm.colour());
    List<Text> words = new ArrayList<>();
    TextFlow text = new TextFlow();
    text.getStyleClass().add("alignment-text");
    int[] marked = {-1};
    MapCanvas[] own = new MapCanvas[1];
    Marker mark =
        (layer, token) -> {
          if (marked[0] >= 0) {
            Fx.styled(words.get(marked[0]), MARKED, false);
          }
          marked[0] = token;
          own[0].mark(token);
          if (token >= 0) {
            Fx.styled(words.get(token), MARKED, true);
            readout.setText(AlignmentViewModel.words(arm, layer, token));
          }
        };
    own[0] = new MapCanvas(arm, most, mark::at);
    for (int token = 0; token < arm.tokens(); token++) {
      Text word = new Text(arm.texts().get(token));
      word.getStyleClass().add("alignment-word");
      int here = token;
      word.setOnMouseEntered(event -> mark.at(arm.map().layers() - 1, here));
      words.add(word);
    }
    text.getChildren().setAll(words);
    return new VBox(6, name, own[0], text);
  }

  /** Marks a place in map and text. */
  private interface Marker {
    void at(int layer, int token);
  }

  @FXML
  private void save() {
    List<ArmMap> arms = viewModel.mapsProperty().get();
    figures.show(
        new FigureSource(
            "Alignment map", size -> AlignmentFigure.of(arms, size), viewModel.origin()));
  }

  @FXML
  private void copy() {
    Fx.copy(viewModel.csv());
    notices.show(Notice.info("The maps are in the clipboard as CSV."));
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
