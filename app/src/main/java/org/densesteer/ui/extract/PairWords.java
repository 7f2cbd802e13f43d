package org.densesteer.ui.extract;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.densesteer.common.Texts;
import org.densesteer.extraction.rewrite.Flag;
import org.densesteer.extraction.rewrite.PairAssessment;
import org.densesteer.extraction.rewrite.TextMeasures;
import org.jspecify.annotations.Nullable;

/** What is known of pairs, as a person reads it. */
final class PairWords {

  private static final String UNKNOWN = "–";

  private PairWords() {}

  /** Such as {@code 7 → 3}. */
  static String steps(@Nullable PairAssessment known) {
    return known == null ? UNKNOWN : known.sparse().steps() + " → " + steps(known.dense());
  }

  private static String steps(TextMeasures measures) {
    return measures.steps() == 0 ? UNKNOWN : Integer.toString(measures.steps());
  }

  /** Such as {@code 12.1 → 24.0}. */
  static String density(@Nullable PairAssessment known) {
    return known == null ? UNKNOWN : density(known.sparse()) + " → " + density(known.dense());
  }

  private static String density(TextMeasures measures) {
    return measures.steps() == 0 ? UNKNOWN : Texts.of("%.1f", measures.density());
  }

  /** Whether the sparse answer is right. */
  static String right(@Nullable PairAssessment known) {
    return known == null
        ? UNKNOWN
        : known.sparseCorrect().map(right -> right ? "✓" : "✗").orElse(UNKNOWN);
  }

  /** What is wrong, in a few words. */
  static String checks(@Nullable PairAssessment known) {
    if (known == null) {
      return "not measured";
    }
    return known.passes()
        ? "passes"
        : known.flags().stream().map(f -> f.kind().words()).collect(Collectors.joining(", "));
  }

  /** What is wrong, in a sentence each. */
  static String sentences(@Nullable PairAssessment known) {
    return known == null
        ? "Load a model to have the pair measured and checked."
        : known.flags().stream().map(Flag::sentence).collect(Collectors.joining("\n"));
  }

  /** Which pairs are to be rewritten, and whether they have dense answers already. */
  static String chosen(List<PairItem> chosen, int all) {
    long replaced = chosen.stream().filter(item -> !item.draft().dense().isBlank()).count();
    String pairs = chosen.size() == 1 ? "1 pair" : chosen.size() + " pairs";
    return pairs
        + " of "
        + all
        + (replaced == 0
            ? " without a dense answer"
            : "; replaces " + (replaced == 1 ? "a dense answer" : replaced + " dense answers"));
  }

  /** Such as {@code 7 steps · 84 tok · ρ 12.1}. */
  static String measures(@Nullable TextMeasures measures) {
    return measures == null || measures.steps() == 0
        ? ""
        : Texts.of(
            "%d %s · %d tok · ρ %.1f",
            measures.steps(),
            measures.steps() == 1 ? "step" : "steps",
            measures.tokens(),
            measures.density());
  }

  /**
   * Such as {@code 50 pairs · 47 in use · ρ 12.1 → 24.0}, the densities those of the pairs in use.
   */
  static String summary(List<PairItem> items) {
    if (items.isEmpty()) {
      return "";
    }
    List<PairItem> ticked = items.stream().filter(item -> item.usedProperty().get()).toList();
    List<PairAssessment> used =
        ticked.stream()
            .flatMap(item -> Stream.ofNullable(item.assessmentProperty().get()))
            .toList();
    String counts =
        Texts.of(
            "%d %s · %d in use", items.size(), items.size() == 1 ? "pair" : "pairs", ticked.size());
    return used.isEmpty()
        ? counts
        : Texts.of(
            "%s · mean ρ %.1f → %.1f",
            counts,
            used.stream().mapToDouble(a -> a.sparse().density()).average().orElse(0),
            used.stream().mapToDouble(a -> a.dense().density()).average().orElse(0));
  }
}
