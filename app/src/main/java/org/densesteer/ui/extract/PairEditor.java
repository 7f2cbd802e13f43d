package org.densesteer.ui.extract;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.densesteer.extraction.PairDraft;
import org.densesteer.extraction.rewrite.PairAssessment;
import org.densesteer.extraction.rewrite.TextMeasures;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.TextAreas;
import org.densesteer.ui.common.TwoWay;
import org.jspecify.annotations.Nullable;

/** Shows the selected pair's texts and lets a person change both answers in place. */
final class PairEditor {

  private static final String NOTHING = "Select a pair to read its answers and to edit them.";

  private final ObservableValue<@Nullable PairItem> item;

  /** Follows a selection, which is null while nothing is selected. */
  PairEditor(ObservableValue<@Nullable PairItem> item) {
    this.item = item;
  }

  /** Shows what is asked, and what is wrong with the answers. */
  void ask(Label question, Label flags) {
    question.textProperty().bind(draft(PairEditor::words).orElse(NOTHING));
    Fx.styled(question, item.map(some -> "").orElse("muted"));
    flags
        .textProperty()
        .bind(
            item.flatMap(
                    pair ->
                        pair.assessmentProperty()
                            .map(PairWords::sentences)
                            .orElse(PairWords.sentences(null)))
                .orElse(""));
  }

  /** Shows an answer and its measures, and takes it back edited. */
  void answer(
      TextArea area,
      Function<PairDraft, String> text,
      BiConsumer<PairItem, String> edit,
      Label measures,
      Function<PairAssessment, TextMeasures> measured) {
    TextAreas.tabLeaves(area);
    area.disableProperty().bind(item.map(some -> false).orElse(true));
    TwoWay.tie(
        area.textProperty(),
        draft(text).orElse(""),
        typed -> {
          PairItem pair = item.getValue();
          if (pair != null) {
            edit.accept(pair, typed);
          }
        });
    measures
        .textProperty()
        .bind(
            item.flatMap(PairItem::assessmentProperty)
                .map(known -> PairWords.measures(measured.apply(known)))
                .orElse(""));
  }

  private ObservableValue<String> draft(Function<PairDraft, String> text) {
    return item.flatMap(PairItem::draftProperty).map(text);
  }

  private static String words(PairDraft draft) {
    return draft.gold() == null
        ? draft.question()
        : draft.question() + "  (right answer " + draft.gold().text() + ")";
  }
}
