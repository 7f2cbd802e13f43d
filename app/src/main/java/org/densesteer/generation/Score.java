package org.densesteer.generation;

/**
 * A text scored without generating: −ln p in nats per token, teacher-forced.
 *
 * @param nllPrompt of every prompt token but the first, unsteered
 * @param nllWithPrompt of every response token with the prompt as context, unsteered
 * @param nllResponseOnly of every response token but the first when the response is the whole
 *     sequence, unsteered
 * @param nllSteeredWithPrompt like {@code nllWithPrompt} under the steered model; empty when
 *     nothing is steered
 * @param logits after every position of prompt and response under the steered model (the unsteered
 *     one when nothing is steered), row by row; empty when not asked for
 * @param positions number of rows of {@code logits}
 * @param vocabularySize number of columns of {@code logits}
 */
public record Score(
    double[] nllPrompt,
    double[] nllWithPrompt,
    double[] nllResponseOnly,
    double[] nllSteeredWithPrompt,
    float[] logits,
    int positions,
    int vocabularySize) {}
