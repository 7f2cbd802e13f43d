package org.densesteer.extraction;

/**
 * A question whose right answer is known.
 *
 * @param question what the model is asked
 * @param gold the right answer
 */
public record SolvedQuestion(String question, Gold gold) {}
