package org.densesteer.generation;

/**
 * A token that could have come.
 *
 * @param tokenId its id
 * @param text its text
 * @param probability its probability in the arm that might have chosen it
 */
public record Alternative(int tokenId, String text, double probability) {}
