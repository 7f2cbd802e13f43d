package org.densesteer.generation;

/**
 * What the model reads before it answers.
 *
 * @param text the rendered prompt, special tokens written out
 * @param tokenIds its token ids, at least one
 */
public record Prompt(String text, int[] tokenIds) {}
