package org.densesteer.ui.notebook;

import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.densesteer.common.Texts;
import org.densesteer.notebook.WordDiff;
import org.densesteer.notebook.WordDiff.Piece;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Overlay;

/** Two answers with the words marked that only one of them has. */
final class RunDiffController {

  private final RunPair pair;
  private final Overlay overlay;

  @FXML private Label caption;
  @FXML private Label firstTitle;
  @FXML private Label secondTitle;
  @FXML private TextFlow first;
  @FXML private TextFlow second;

  RunDiffController(RunPair pair, Overlay overlay) {
    this.pair = pair;
    this.overlay = overlay;
  }

  /** Shows two answers above the window's content. */
  static Consumer<RunPair> on(Overlay overlay) {
    return pair ->
        overlay.show(
            new FxmlViews()
                .with(RunDiffController.class, () -> new RunDiffController(pair, overlay))
                .load(FxmlFile.RUN_DIFF));
  }

  @FXML
  private void initialize() {
    firstTitle.setText(pair.firstTitle());
    secondTitle.setText(pair.secondTitle());
    WordDiff diff = WordDiff.of(pair.first(), pair.second());
    fill(first, diff.first());
    fill(second, diff.second());
    caption.setText(
        diff.apart() == 0
            ? "The two answers have the same words."
            : Texts.of("Underlined words stand in one answer only, in %d places.", diff.apart()));
  }

  private static void fill(TextFlow flow, List<Piece> pieces) {
    for (Piece piece : pieces) {
      Text text = new Text(piece.text());
      text.getStyleClass().add(piece.shared() ? "diff-same" : "diff-other");
      flow.getChildren().add(text);
    }
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
