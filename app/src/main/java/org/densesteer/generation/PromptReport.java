package org.densesteer.generation;

/**
 * What reading a prompt showed.
 *
 * @param computedBlocks how many decoder blocks were computed for it, summed over all rows; 0 when
 *     everything came from the cache
 * @param milliseconds how long it took
 * @param hiddenNorms mean over the prompt's positions of ‖h_ℓ‖ at the output of each decoder block
 *     of the unsteered model
 */
public record PromptReport(int computedBlocks, double milliseconds, double[] hiddenNorms) {}
