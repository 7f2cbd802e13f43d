package org.densesteer.ui.extract;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.densesteer.extraction.PairDraft;
import org.densesteer.extraction.rewrite.PairAssessment;
import org.jspecify.annotations.Nullable;

/** A pair as the table shows it. */
public final class PairItem {

  private final ReadOnlyObjectWrapper<PairDraft> draft;
  private final ReadOnlyObjectWrapper<@Nullable PairAssessment> assessment =
      new ReadOnlyObjectWrapper<>();
  private final BooleanProperty used = new SimpleBooleanProperty();

  PairItem(PairDraft draft) {
    this.draft = new ReadOnlyObjectWrapper<>(draft);
  }

  /** Takes another text, and what is known of it. A pair that passes every check is used. */
  void set(PairDraft newDraft, @Nullable PairAssessment newAssessment) {
    draft.set(newDraft);
    assessment.set(newAssessment);
    used.set(newAssessment != null && newAssessment.passes());
  }

  /** Takes what is known of the same text; whether it is used stays a person's choice. */
  void judge(PairAssessment newAssessment) {
    assessment.set(newAssessment);
  }

  /** The texts. */
  public PairDraft draft() {
    return draft.get();
  }

  /** The texts. */
  public ReadOnlyObjectProperty<PairDraft> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** Measures and checks; null until a model's tokenizer has measured it. */
  public ReadOnlyObjectProperty<@Nullable PairAssessment> assessmentProperty() {
    return assessment.getReadOnlyProperty();
  }

  /** Whether an extraction uses it. */
  public BooleanProperty usedProperty() {
    return used;
  }
}
