package org.densesteer.cli;

import org.densesteer.common.Texts;
import org.densesteer.generation.Answer;
import org.densesteer.generation.Trace;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.metrics.ReasoningMeasures;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.metrics.answer.PredictedAnswer;
import org.densesteer.model.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * One arm's answer with its figures, as {@code generate} prints it.
 *
 * @param name the arm
 * @param tokenIds ids of the answer's tokens; {@link Answer} says which they are
 * @param text the answer, special tokens left out
 * @param steps reasoning steps
 * @param tokens tokens of ρ: each step encoded alone
 * @param density ρ, tokens per step
 * @param nllWithPrompt mean NLL in nats under the unsteered model, the prompt as context
 * @param nllResponseOnly mean NLL in nats under the unsteered model, the response alone
 * @param answer what the text gives as its answer, reasoning blocks left out; null when nothing in
 *     it looks like one
 * @param answerByFlexibleExtract the same by lm-evaluation-harness's rule for GSM8K
 * @param answerByMathRelease the same by the MATH data set's rule
 * @param correct whether the answer is equal in value to the right one; null when none was given
 * @param correctByBenchmark whether it is right by the benchmark's own rule
 * @param reasoning figures of the reasoning block and of what follows it; null without a block
 */
record ArmReport(
    String name,
    int[] tokenIds,
    String text,
    int steps,
    int tokens,
    double density,
    double nllWithPrompt,
    double nllResponseOnly,
    @Nullable String answer,
    @Nullable String answerByFlexibleExtract,
    @Nullable String answerByMathRelease,
    @Nullable Boolean correct,
    @Nullable Boolean correctByBenchmark,
    @Nullable ReasoningMeasures reasoning) {

  /**
   * Measures an answer.
   *
   * @param gold checks it; null when the right answer is not known
   */
  static ArmReport of(Trace trace, Tokenizer tokenizer, @Nullable AnswerChecker gold) {
    AnswerMeasures measures = AnswerMeasures.of(trace, tokenizer::count);
    String answer = trace.textOutsideBlocks();
    return new ArmReport(
        trace.arm().name(),
        trace.tokenIds(),
        trace.text(),
        measures.steps(),
        measures.tokens(),
        measures.density(),
        measures.nllWithPrompt(),
        measures.nllResponseOnly(),
        (gold == null ? PredictedAnswer.of(answer) : gold.predicted(answer)).orElse(null),
        PredictedAnswer.byFlexibleExtract(answer).orElse(null),
        PredictedAnswer.byMathRelease(answer).orElse(null),
        gold == null ? null : gold.isCorrect(answer),
        gold == null ? null : gold.isCorrectByBenchmark(answer),
        ReasoningMeasures.of(trace, tokenizer::count).orElse(null));
  }

  /** Heading, figures and text for a person. */
  String readable() {
    return Texts.of(
        "── %s%n%d steps, %d tokens, density %.2f, NLL %.3f with prompt and %.3f response only,"
            + " answer %s%s%n%s%n%s%n",
        name,
        steps,
        tokens,
        density,
        nllWithPrompt,
        nllResponseOnly,
        answer == null ? "none" : answer,
        verdict(),
        reasoning == null ? "" : ReasoningWords.of(reasoning),
        text);
  }

  private String verdict() {
    if (correct == null || correctByBenchmark == null) {
      return "";
    }
    String verdict = correct ? " (right" : " (wrong";
    return correct.equals(correctByBenchmark)
        ? verdict + ")"
        : verdict + "; " + (correctByBenchmark ? "right" : "wrong") + " by the benchmark's rule)";
  }
}
