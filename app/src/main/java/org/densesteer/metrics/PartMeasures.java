package org.densesteer.metrics;

/**
 * Figures of one part of a response, defined as those of a whole response are, on the part's text
 * and tokens alone.
 *
 * @param steps reasoning steps; 0 when the part is blank
 * @param tokens the tokens of ρ: the sum over the steps of each step's count alone
 * @param density ρ = tokens / steps; 0 when the part is blank
 * @param generated tokens that were generated for it, those of the block's marks with the block; 0
 *     where the texts of the tokens are not known
 * @param nllWithPrompt mean NLL in nats of those tokens, prompt and response so far as context; NaN
 *     when there is none
 * @param nllResponseOnly the same with the response alone as the whole sequence, its first token
 *     left out; NaN when it was not computed or there is none
 */
public record PartMeasures(
    int steps,
    int tokens,
    double density,
    int generated,
    double nllWithPrompt,
    double nllResponseOnly) {}
