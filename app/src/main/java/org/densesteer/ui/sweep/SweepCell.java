package org.densesteer.ui.sweep;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.densesteer.evaluation.results.SweepEntry;
import org.densesteer.ui.common.Fx;
import org.jspecify.annotations.Nullable;

/** A sweep as a row: what it is of, how far it is, and when it was last at work. */
final class SweepCell extends ListCell<SweepEntry> {

  private final SweepListViewModel viewModel;
  private final Label subject = new Label();
  private final Label details = new Label();
  private final Label state = new Label();
  private final Label date = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final HBox row;

  SweepCell(SweepListViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("sweep-row");
    subject.getStyleClass().add("sweep-row-subject");
    details.getStyleClass().add("note");
    details.setWrapText(true);
    date.getStyleClass().add("caption");
    bar.setFocusTraversable(false);
    bar.setPrefWidth(90);
    VBox words = new VBox(2, subject, details);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    VBox progress = new VBox(4, state, bar, date);
    progress.getStyleClass().add("sweep-row-state");
    progress.setMinWidth(USE_PREF_SIZE);
    row = new HBox(12, words, progress);
    // The words wrap at the list's width instead of making the row wider.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable SweepEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    SweepEntry.Known known = entry.known();
    subject.setText(SweepListWords.subject(entry));
    details.setText(SweepListWords.details(entry));
    Fx.styled(details, "danger", known == null);
    state.setText(SweepListWords.state(entry, viewModel.isRunning(entry)));
    Fx.visible(state, known != null);
    Fx.visible(bar, known != null && !known.finished());
    bar.setProgress(known == null ? 0 : known.done());
    date.setText(SweepListWords.date(entry));
    setGraphic(row);
    setAccessibleText(
        String.join(", ", subject.getText(), state.getText(), date.getText(), details.getText()));
  }
}
