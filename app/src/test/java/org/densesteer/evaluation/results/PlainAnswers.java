package org.densesteer.evaluation.results;

import org.densesteer.evaluation.plan.AnswerKey;
import org.jspecify.annotations.Nullable;

/** Answers of a sweep without a benchmark's verdict and without reasoning. */
public final class PlainAnswers {

  private PlainAnswers() {}

  public static SweepAnswer of(
      AnswerKey key,
      String text,
      @Nullable String predicted,
      boolean correct,
      int steps,
      int tokens,
      double density,
      double nllWithPrompt,
      double nllResponseOnly,
      int generated,
      boolean repetition,
      boolean truncated) {
    return new SweepAnswer(
        key,
        text,
        predicted,
        correct,
        steps,
        tokens,
        density,
        nllWithPrompt,
        nllResponseOnly,
        generated,
        repetition,
        truncated,
        null,
        null);
  }
}
