package org.densesteer.ui.sweep;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.ui.common.Fx;
import org.jspecify.annotations.Nullable;

/** The chosen cell against its placebos. */
final class ForestController {

  private final SweepViewModel viewModel;

  @FXML private Label forestVerdict;
  @FXML private Label forestTitle;
  @FXML private ForestView forest;
  @FXML private Label forestSentences;
  @FXML private Node forestBox;
  @FXML private Label noForest;

  /** Kept here, for the binding lives no longer than somebody holds it. */
  private @Nullable ObjectBinding<@Nullable ForestPicture> picture;

  ForestController(SweepViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    ObjectBinding<@Nullable ForestPicture> shown =
        Bindings.createObjectBinding(
            this::picture, viewModel.resultsProperty(), viewModel.measureProperty());
    picture = shown;
    Fx.visible(forestBox, shown.isNotNull());
    Fx.visible(noForest, shown.isNull());
    noForest
        .textProperty()
        .bind(
            viewModel
                .resultsProperty()
                .map(
                    results ->
                        results.chosen().isEmpty()
                            ? "No cell was chosen that could be held against placebos."
                            : "This sweep has no placebos and no problems kept for reporting.")
                .orElse("Shown when the sweep is finished."));
    forestTitle.textProperty().bind(shown.map(ForestPicture::title));
    Fx.says(forestVerdict, shown.map(ForestPicture::verdict).orElse(""));
    Fx.says(
        forestSentences, shown.map(picture -> String.join("\n", picture.sentences())).orElse(""));
    Fx.follow(shown, forest::show);
  }

  private @Nullable ForestPicture picture() {
    SweepResults results = viewModel.resultsProperty().get();
    return results == null ? null : ForestPicture.of(results, viewModel.measureProperty().get());
  }
}
