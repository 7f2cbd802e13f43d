package org.densesteer.samplemaker;

/**
 * A word problem with the same solution written in two styles.
 *
 * @param question the problem
 * @param sparse solution that restates each change and then computes it, a step for each
 * @param dense solution that merges two changes into a step
 * @param answer the number asked for
 */
public record WordProblem(String question, String sparse, String dense, int answer) {}
