package org.densesteer.generation;

/**
 * How much likelier steering made a token over an answer.
 *
 * @param tokenId the token
 * @param text what it stands for
 * @param nats Σ over the answer's positions of ln p(token) under the steered model minus that under
 *     the unsteered one at the same context
 * @param expected the same sum of p instead of ln p: how many more of it steering makes expected
 */
public record WordShift(int tokenId, String text, double nats, double expected) {}
