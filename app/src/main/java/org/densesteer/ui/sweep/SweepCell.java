package org.densesteer.ui.sweep;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.densesteer.evaluation.results.SweepEntry;
import org.densesteer.ui.common.Fx;
import org.jspecify.annotations.Nullable;

/** A sweep as a row: what it is of, how far it is, and when it was last at work. */
final class SweepCell extends ListCell<SweepEntry> {

  private static final double SPACING = 12;

  private final SweepListViewModel viewModel;
  private final Label subject = new Label();
  private final Label details = new Label();
  private final Label state = new Label();
  private final Label date = new Label();
  private final HBox row;

  SweepCell(SweepListViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("sweep-row");
    subject.getStyleClass().add("sweep-row-subject");
    details.getStyleClass().add("note");
    details.setWrapText(true);
    details.setMinHeight(USE_PREF_SIZE);
    date.getStyleClass().add("caption");
    VBox words = new VBox(2, subject, details);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    VBox progress = new VBox(2, state, date);
    progress.getStyleClass().add("sweep-row-state");
    progress.setMinWidth(USE_PREF_SIZE);
    row = new Row(words, progress);
    // The words wrap at the list's width instead of making the row wider.
    setPrefWidth(0);
  }

  /** As high as its words are at the width that the cell has: a cell asks without a width. */
  private final class Row extends HBox {

    Row(Node... parts) {
      super(SPACING, parts);
    }

    @Override
    protected double computePrefHeight(double width) {
      double room = SweepCell.this.getWidth() - snappedLeftInset() - snappedRightInset();
      return super.computePrefHeight(
          width < 0 && room > 0 ? room - SweepCell.this.snappedLeftInset() * 2 : width);
    }
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
    date.setText(SweepListWords.date(entry));
    setGraphic(row);
    setAccessibleText(
        String.join(", ", subject.getText(), state.getText(), date.getText(), details.getText()));
  }
}
