package org.densesteer.evaluation.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.densesteer.chat.ChatFrame;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.common.FaultException;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.jspecify.annotations.Nullable;

/**
 * How every answer is decoded; always greedily.
 *
 * @param promptTemplate the user turn, in which {@code {question}} stands for the question
 * @param system the system turn; null for the chat template's own default
 * @param maxNewTokens most tokens an answer may have
 * @param positions which positions are steered
 * @param operator how the direction meets the hidden state
 * @param lanes most answers that grow at once, each in a row of the decoder
 * @param templateVariables what the chat template is given beside the messages; left out of a plan
 *     when there is none
 * @param repetitionPenalty as in {@link org.densesteer.generation.Sampling}; null for none in a
 *     plan, and for the checkpoint's own in a {@link SweepSetup}
 * @param gate how strengths follow the answer; null where they stay as they are
 */
public record SweepDecoding(
    String promptTemplate,
    @Nullable String system,
    int maxNewTokens,
    Positions positions,
    Operator operator,
    @JsonProperty("rows_per_batch") int lanes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) TemplateVariables templateVariables,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double repetitionPenalty,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SweepGate gate) {

  /** What stands for the question in a prompt template. */
  public static final String QUESTION = "{question}";

  /** Lanes of a batch unless someone says otherwise. */
  public static final int DEFAULT_LANES = 64;

  /** Checks the ranges. */
  public SweepDecoding {
    templateVariables = Objects.requireNonNullElse(templateVariables, TemplateVariables.NONE);
    if (!promptTemplate.contains(QUESTION)) {
      throw new FaultException("The prompt template must contain " + QUESTION + ".");
    }
    if (maxNewTokens < 1) {
      throw new FaultException("An answer needs at least 1 token, not " + maxNewTokens + ".");
    }
    if (lanes < 1) {
      throw new FaultException("A batch needs at least 1 row, not " + lanes + ".");
    }
  }

  /** The same with nothing said of a repetition penalty. */
  public SweepDecoding(
      String promptTemplate,
      @Nullable String system,
      int maxNewTokens,
      Positions positions,
      Operator operator,
      int lanes,
      TemplateVariables templateVariables) {
    this(promptTemplate, system, maxNewTokens, positions, operator, lanes, templateVariables, null);
  }

  /** The same with strengths that stay as they are. */
  public SweepDecoding(
      String promptTemplate,
      @Nullable String system,
      int maxNewTokens,
      Positions positions,
      Operator operator,
      int lanes,
      TemplateVariables templateVariables,
      @Nullable Double repetitionPenalty) {
    this(
        promptTemplate,
        system,
        maxNewTokens,
        positions,
        operator,
        lanes,
        templateVariables,
        repetitionPenalty,
        null);
  }

  /** The same with another gate. */
  public SweepDecoding gated(@Nullable SweepGate other) {
    return new SweepDecoding(
        promptTemplate,
        system,
        maxNewTokens,
        positions,
        operator,
        lanes,
        templateVariables,
        repetitionPenalty,
        other);
  }

  /** The same with another repetition penalty, 1 for none. */
  public SweepDecoding penalised(double penalty) {
    return new SweepDecoding(
        promptTemplate,
        system,
        maxNewTokens,
        positions,
        operator,
        lanes,
        templateVariables,
        penalty == 1 ? null : penalty,
        gate);
  }

  /** The repetition penalty of a plan, 1 for none. */
  public double penalty() {
    return repetitionPenalty == null ? 1 : repetitionPenalty;
  }

  /** What the prompt has around the user turn. */
  public ChatFrame frame() {
    return new ChatFrame(system, templateVariables);
  }

  /** The user turn for a question. */
  public String userTurn(String question) {
    return promptTemplate.replace(QUESTION, question);
  }
}
