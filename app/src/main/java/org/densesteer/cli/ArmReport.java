package org.densesteer.cli;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.generation.Answer;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.WordShifts;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.metrics.ReasoningMeasures;
import org.densesteer.notebook.FinalAnswer;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunGate;
import org.densesteer.notebook.RunJson;
import org.densesteer.notebook.RunSteering;
import org.jspecify.annotations.Nullable;

/**
 * One arm's answer with its figures, as {@code generate} prints it.
 *
 * @param name the arm
 * @param tokenIds ids of the answer's tokens; {@link Answer} says which they are
 * @param text the answer, special tokens left out
 * @param stop why it ended, as session files write it
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
 * @param gate how the strength followed the answer, as {@code --gate} takes it; null where it did
 *     not
 * @param strengths λ in force when each token was chosen, gate included; of several vectors that of
 *     the first
 * @param kl KL(arm ‖ unsteered) in nats at each token
 * @param words the tokens that steering lifted and suppressed most; null where not asked for
 */
record ArmReport(
    String name,
    int[] tokenIds,
    String text,
    String stop,
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
    @JsonInclude(NON_NULL) @Nullable ReasoningMeasures reasoning,
    @JsonInclude(NON_NULL) @Nullable String gate,
    double[] strengths,
    double[] kl,
    @JsonInclude(NON_NULL) @Nullable WordShifts words) {

  /** What is printed of a recorded arm, without its words. */
  static ArmReport of(RunArm arm) {
    return of(arm, false);
  }

  /**
   * What is printed of a recorded arm.
   *
   * @param words whether lifted and suppressed tokens are told
   */
  static ArmReport of(RunArm arm, boolean words) {
    AnswerMeasures measures = arm.figures().measures().answer();
    FinalAnswer given = arm.figures().given();
    return new ArmReport(
        arm.name(),
        arm.answer().tokenIds(),
        arm.answer().text(),
        RunJson.word(arm.answer().stopReason()),
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
        arm.figures().reasoning(),
        arm.steerings().stream()
            .map(RunSteering::gate)
            .filter(gate -> !gate.constant())
            .map(RunGate::text)
            .findFirst()
            .orElse(null),
        arm.answer().tokens().stream().mapToDouble(TokenEvent::strength).toArray(),
        arm.answer().tokens().stream().mapToDouble(TokenEvent::kl).toArray(),
        words && !arm.steerings().isEmpty() ? arm.words() : null);
  }

  /** What became of the strength, for a person; nothing where it stayed as it was set. */
  List<String> gateLines() {
    return gate == null
        ? List.of()
        : List.of(
            Texts.of(
                "gate %s: open at %d of %d tokens, mean strength %.3g, mean KL %.3f nats",
                gate,
                Arrays.stream(strengths).filter(s -> s != 0).count(),
                strengths.length,
                Arrays.stream(strengths).average().orElse(0),
                Arrays.stream(kl).average().orElse(0)));
  }

  /** Heading, figures and text for a person. */
  String readable() {
    return readable(List.of());
  }

  /** The same with lines under the heading that say what it was made with. */
  String readable(List<String> settings) {
    return Texts.shown(
        Texts.of(
            "── %s%n%s%d steps, %d tokens counted step by step, density %.2f, NLL %.3f with prompt and"
                + " %.3f response only, answer %s%s%s%n%s%n%s%n",
            name,
            settings.stream().map(line -> line + Texts.of("%n")).collect(Collectors.joining()),
            steps,
            tokens,
            density,
            nllWithPrompt,
            nllResponseOnly,
            answer == null ? "none" : answer,
            verdict(),
            stop.equals(RunJson.word(StopReason.LENGTH)) ? ", cut at the length limit" : "",
            reasoning == null ? "" : ReasoningWords.of(reasoning),
            text));
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
