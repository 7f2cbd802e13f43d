package org.densesteer.evaluation.statistics;

/**
 * McNemar's exact test: are problems that only one arm got right as often the one's as the other's?
 *
 * <p>Source: Q. McNemar, Psychometrika 12 (1947) 153–157; the exact form is the two-sided binomial
 * test of the discordant pairs at one half.
 */
public final class McNemar {

  private McNemar() {}

  /** Two-sided p value; 1 when no pair is discordant. */
  public static double exact(Concordance pairs) {
    return SignTest.exact(pairs.onlyBaseline(), pairs.onlyTreated());
  }
}
