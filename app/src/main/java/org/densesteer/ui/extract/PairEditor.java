package org.densesteer.ui.extract;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.densesteer.extraction.PairDraft;
import org.densesteer.extraction.rewrite.PairAssessment;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.TextAreas;
import org.jspecify.annotations.Nullable;

/** Shows one pair's texts and lets a person change both answers in place. */
final class PairEditor {

  private static final String NOTHING = "Select a pair to read its answers and to edit them.";

  private final PairsViewModel viewModel;
  private final Label question;
  private final TextArea sparse;
  private final TextArea dense;
  private final Label sparseMeasures;
  private final Label denseMeasures;
  private final Label flags;
  private final InvalidationListener follow = changed -> show();
  private @Nullable PairItem item;

  PairEditor(
      PairsViewModel viewModel,
      Label question,
      TextArea sparse,
      TextArea dense,
      Label sparseMeasures,
      Label denseMeasures,
      Label flags) {
    this.viewModel = viewModel;
    this.question = question;
    this.sparse = sparse;
    this.dense = dense;
    this.sparseMeasures = sparseMeasures;
    this.denseMeasures = denseMeasures;
    this.flags = flags;
    sparse.textProperty().addListener(this::sparseTyped);
    dense.textProperty().addListener(this::denseTyped);
    TextAreas.tabLeaves(sparse);
    TextAreas.tabLeaves(dense);
    edit(null);
  }

  /** Takes another pair; null for none. */
  void edit(@Nullable PairItem other) {
    if (item != null) {
      item.draftProperty().removeListener(follow);
      item.assessmentProperty().removeListener(follow);
    }
    item = other;
    if (other != null) {
      other.draftProperty().addListener(follow);
      other.assessmentProperty().addListener(follow);
    }
    sparse.setDisable(other == null);
    dense.setDisable(other == null);
    show();
  }

  private void show() {
    PairItem now = item;
    PairDraft draft = now == null ? new PairDraft("", "", "", null) : now.draft();
    PairAssessment known = now == null ? null : now.assessmentProperty().get();
    question.setText(now == null ? NOTHING : words(draft));
    Fx.styled(question, "muted", now == null);
    put(sparse, draft.sparse());
    put(dense, draft.dense());
    sparseMeasures.setText(PairWords.measures(known == null ? null : known.sparse()));
    denseMeasures.setText(PairWords.measures(known == null ? null : known.dense()));
    flags.setText(now == null ? "" : PairWords.sentences(known));
  }

  private static String words(PairDraft draft) {
    return draft.gold() == null
        ? draft.question()
        : draft.question() + "  (right answer " + draft.gold().text() + ")";
  }

  /** A text that is there already keeps its caret and its undo. */
  private static void put(TextArea area, String text) {
    if (!area.getText().equals(text)) {
      area.setText(text);
    }
  }

  private void sparseTyped(Observable property, String before, String now) {
    if (item != null) {
      viewModel.editSparse(item, now);
    }
  }

  private void denseTyped(Observable property, String before, String now) {
    if (item != null) {
      viewModel.editDense(item, now);
    }
  }
}
