package org.densesteer.extraction.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.densesteer.common.Texts;
import org.densesteer.extraction.Gold;
import org.densesteer.extraction.PairDraft;
import org.densesteer.extraction.rewrite.Flag.Kind;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.metrics.answer.PredictedAnswer;

/**
 * Measures a draft and checks its rewrite: the same final answer, no number that is in neither
 * question nor sparse answer, and a higher density.
 */
public final class RewriteCheck {

  private static final int MOST_NAMED = 5;

  private final ToIntFunction<String> tokenCount;

  /**
   * Creates a check.
   *
   * @param tokenCount how many tokens a text alone has, without special tokens
   */
  public RewriteCheck(ToIntFunction<String> tokenCount) {
    this.tokenCount = tokenCount;
  }

  /** Measures and checks a draft. */
  public PairAssessment of(PairDraft draft) {
    TextMeasures sparse = TextMeasures.of(draft.sparse(), tokenCount);
    TextMeasures dense = TextMeasures.of(draft.dense(), tokenCount);
    List<Flag> flags = new ArrayList<>();
    Optional<Boolean> correct =
        Optional.ofNullable(draft.gold()).map(g -> g.checker().isCorrect(draft.sparse()));
    if (correct.isPresent() && !correct.get()) {
      flags.add(sparseWrong(draft));
    }
    if (draft.dense().isBlank()) {
      flags.add(new Flag(Kind.NOT_DENSIFIED, "The pair has no dense answer yet."));
    } else {
      otherAnswer(draft).ifPresent(flags::add);
      newNumbers(draft).ifPresent(flags::add);
      notDenser(sparse, dense).ifPresent(flags::add);
    }
    return new PairAssessment(sparse, dense, correct, flags);
  }

  private static Flag sparseWrong(PairDraft draft) {
    Gold gold = Objects.requireNonNull(draft.gold());
    return new Flag(
        Kind.SPARSE_WRONG,
        Texts.of(
            "The sparse answer gives %s where %s is right.",
            named(gold.checker().predicted(draft.sparse())), gold.text()));
  }

  /** By the rule that the right answer asks for, or else the sparse answer's own result. */
  private static Optional<Flag> otherAnswer(PairDraft draft) {
    Optional<AnswerChecker> checker =
        Optional.ofNullable(draft.gold())
            .map(Gold::checker)
            .or(() -> PredictedAnswer.of(draft.sparse()).map(AnswerChecker::of));
    if (checker.isEmpty()) {
      return Optional.of(
          new Flag(Kind.OTHER_ANSWER, "The sparse answer gives no result to compare with."));
    }
    AnswerChecker rule = checker.get();
    return rule.sameAnswer(draft.sparse(), draft.dense())
        ? Optional.empty()
        : Optional.of(
            new Flag(
                Kind.OTHER_ANSWER,
                Texts.of(
                    "The sparse answer gives %s and the dense one %s.",
                    named(rule.predicted(draft.sparse())), named(rule.predicted(draft.dense())))));
  }

  private static String named(Optional<String> result) {
    return result.filter(r -> !r.isBlank()).orElse("no result");
  }

  private static Optional<Flag> newNumbers(PairDraft draft) {
    Set<String> added = NumberSet.withoutLabels(draft.dense());
    added.removeAll(NumberSet.of(draft.sparse()));
    added.removeAll(NumberSet.of(draft.question()));
    if (added.isEmpty()) {
      return Optional.empty();
    }
    String named = String.join(", ", added.stream().limit(MOST_NAMED).toList());
    return Optional.of(
        new Flag(
            Kind.NEW_NUMBERS,
            Texts.of(
                "The dense answer has numbers that neither question nor sparse answer has: %s%s.",
                named, added.size() > MOST_NAMED ? ", …" : "")));
  }

  private static Optional<Flag> notDenser(TextMeasures sparse, TextMeasures dense) {
    return dense.density() > sparse.density()
        ? Optional.empty()
        : Optional.of(
            new Flag(
                Kind.NOT_DENSER,
                Texts.of(
                    "The dense answer has %.1f tokens per step and the sparse one %.1f.",
                    dense.density(), sparse.density())));
  }
}
