package org.densesteer.metrics;

import org.densesteer.steering.Step;

/**
 * Figures of one reasoning step.
 *
 * <p>A generated token belongs to the step that holds its first character that is not white space.
 * A token without such a character (white space, the beginning of a character that a later token
 * completes, a special token) belongs to the step of the token before it, and to the first step
 * when there is none.
 *
 * @param step the step
 * @param tokens its token count, encoded alone: the density of this step
 * @param nllWithPrompt mean NLL of its generated tokens in nats, the prompt and the response so far
 *     as context; NaN when it has none
 * @param firstToken index in the response of its first generated token; −1 when it has none
 * @param lastToken index of its last generated token; −1 when it has none
 */
public record StepMeasures(
    Step step, int tokens, double nllWithPrompt, int firstToken, int lastToken) {}
