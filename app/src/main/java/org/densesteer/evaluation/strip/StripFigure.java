package org.densesteer.evaluation.strip;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Figures of a strip that are held against its floor. */
public enum StripFigure {
  /** Reasoning steps. */
  STEPS(answer -> answer.measures().steps()),
  /** Tokens of ρ. */
  TOKENS(answer -> answer.measures().tokens()),
  /** ρ, tokens per step. */
  DENSITY(answer -> answer.measures().density()),
  /** Mean NLL in nats, prompt as context, under the unsteered model. */
  NLL_WITH_PROMPT(answer -> answer.measures().nllWithPrompt()),
  /** Mean NLL in nats, response alone, under the unsteered model. */
  NLL_RESPONSE_ONLY(answer -> answer.measures().nllResponseOnly()),
  /** Mean KL(steered ‖ unsteered) in nats per token. */
  KL(StripAnswer::kl);

  private final ToDoubleFunction<StripAnswer> reading;

  StripFigure(ToDoubleFunction<StripAnswer> reading) {
    this.reading = reading;
  }

  /** Its name in files: {@code nll_with_prompt}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its value; NaN when the answer has none. */
  public double of(StripAnswer answer) {
    return reading.applyAsDouble(answer);
  }
}
