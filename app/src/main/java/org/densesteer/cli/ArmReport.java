package org.densesteer.cli;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.generation.Answer;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.metrics.ReasoningMeasures;
import org.densesteer.notebook.FinalAnswer;
import org.densesteer.notebook.RunArm;
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
 * @param answerByFlexibleExtract what lm-evaluation-harness's rule for GSM8K reads instead; null
 *     when the same or nothing
 * @param answerByMathRelease what the MATH data set's rule reads instead; null when the same or
 *     nothing
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
    @JsonInclude(NON_NULL) @Nullable String answerByFlexibleExtract,
    @JsonInclude(NON_NULL) @Nullable String answerByMathRelease,
    @JsonInclude(NON_NULL) @Nullable Boolean correct,
    @JsonInclude(NON_NULL) @Nullable Boolean correctByBenchmark,
    @JsonInclude(NON_NULL) @Nullable ReasoningMeasures reasoning) {

  /** What is printed of a recorded arm. */
  static ArmReport of(RunArm arm) {
    AnswerMeasures measures = arm.figures().measures().answer();
    FinalAnswer given = arm.figures().given();
    return new ArmReport(
        arm.name(),
        arm.answer().tokenIds(),
        arm.answer().text(),
        measures.steps(),
        measures.tokens(),
        measures.density(),
        measures.nllWithPrompt(),
        measures.nllResponseOnly(),
        given.text(),
        given.byFlexibleExtract(),
        given.byMathRelease(),
        given.correct(),
        given.correctByBenchmark(),
        arm.figures().reasoning());
  }

  /** Heading, figures and text for a person. */
  String readable() {
    return readable(List.of());
  }

  /** The same with lines under the heading that say what it was made with. */
  String readable(List<String> settings) {
    return Texts.of(
        "── %s%n%s%d steps, %d tokens counted step by step, density %.2f, NLL %.3f with prompt and %.3f response only,"
            + " answer %s%s%n%s%n%s%n",
        name,
        settings.stream().map(line -> line + Texts.of("%n")).collect(Collectors.joining()),
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
