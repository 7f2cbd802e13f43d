package org.densesteer.cli;

import org.densesteer.common.Texts;
import org.densesteer.generation.Answer;
import org.densesteer.generation.Trace;
import org.densesteer.metrics.AnswerMeasures;
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
 * @param answer what the text gives as its answer; null when nothing in it looks like one
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
    @Nullable String answer) {

  static ArmReport of(Trace trace, Tokenizer tokenizer) {
    AnswerMeasures measures = AnswerMeasures.of(trace, tokenizer::count);
    return new ArmReport(
        trace.arm().name(),
        trace.tokenIds(),
        trace.text(),
        measures.steps(),
        measures.tokens(),
        measures.density(),
        measures.nllWithPrompt(),
        measures.nllResponseOnly(),
        PredictedAnswer.of(trace.text()).orElse(null));
  }

  /** Heading, figures and text for a person. */
  String readable() {
    return Texts.of(
        "── %s%n%d steps, %d tokens, density %.2f, NLL %.3f with prompt and %.3f response only,"
            + " answer %s%n%n%s%n",
        name,
        steps,
        tokens,
        density,
        nllWithPrompt,
        nllResponseOnly,
        answer == null ? "none" : answer,
        text);
  }
}
