package org.densesteer.ui.extract;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.densesteer.extraction.KeptPair;
import org.densesteer.extraction.PairDraft;
import org.densesteer.extraction.rewrite.PairAssessment;
import org.jspecify.annotations.Nullable;

/** A pair as the table shows it. */
final class PairItem {

  private final ReadOnlyObjectWrapper<PairDraft> draft;
  private final ReadOnlyObjectWrapper<@Nullable PairAssessment> assessment =
      new ReadOnlyObjectWrapper<>();
  private final BooleanProperty used = new SimpleBooleanProperty();
  private final boolean chosen;

  /** A new pair. */
  PairItem(PairDraft draft) {
    this.draft = new ReadOnlyObjectWrapper<>(draft);
    this.chosen = false;
  }

  /** A pair of another day, with the choice that was made then. */
  PairItem(KeptPair kept) {
    this.draft = new ReadOnlyObjectWrapper<>(kept.draft());
    this.chosen = true;
    used.set(kept.used());
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

  /** Takes what is known of the same text for the first time, or from another tokenizer. */
  void measured(PairAssessment newAssessment) {
    if (assessment.get() == null && !chosen) {
      set(draft.get(), newAssessment);
    } else {
      judge(newAssessment);
    }
  }

  /** How it is kept. */
  KeptPair kept() {
    return new KeptPair(draft.get(), used.get());
  }

  /** The texts. */
  PairDraft draft() {
    return draft.get();
  }

  /** The texts. */
  ReadOnlyObjectProperty<PairDraft> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** Measures and checks; null until a model's tokenizer has measured it. */
  ReadOnlyObjectProperty<@Nullable PairAssessment> assessmentProperty() {
    return assessment.getReadOnlyProperty();
  }

  /** Whether an extraction uses it. */
  BooleanProperty usedProperty() {
    return used;
  }
}
