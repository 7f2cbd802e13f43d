package org.densesteer.extraction;

/**
 * A pair as a person left it.
 *
 * @param draft its texts, finished or not
 * @param used whether an extraction is to use it
 */
public record KeptPair(PairDraft draft, boolean used) {}
