package org.densesteer.evaluation.problems;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.Fingerprint;

/**
 * A problem set in two parts: layer and strength are chosen on the first and reported on the
 * second.
 *
 * @param tuning the part for choosing, in the order of the set
 * @param test the part for reporting, in the order of the set
 */
public record Split(ProblemSet tuning, ProblemSet test) {

  /**
   * Splits a set. Problems are ranked by SHA-256 of seed and id, so the parts depend on the seed
   * and the ids alone, not on the order of the file nor on the Java version.
   *
   * @param fraction share of the tuning part, above 0 and below 1; both parts get at least one
   *     problem
   * @throws FaultException when the fraction is out of range or the set has a single problem
   */
  public static Split of(ProblemSet set, double fraction, long seed) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new FaultException(
          "The tuning share of a split must lie between 0 and 1, not " + fraction + ".");
    }
    if (set.size() < 2) {
      throw new FaultException("A set of 1 problem cannot be split: " + set.name() + ".");
    }
    long wanted = Math.round(fraction * set.size());
    int count = (int) Math.max(1, Math.min(set.size() - 1L, wanted));
    Set<Problem> chosen =
        new HashSet<>(
            set.problems().stream()
                .sorted(Comparator.comparing((Problem p) -> rank(p, seed)))
                .limit(count)
                .toList());
    return new Split(
        part(set, "tuning", set.problems().stream().filter(chosen::contains).toList()),
        part(set, "test", set.problems().stream().filter(p -> !chosen.contains(p)).toList()));
  }

  private static ProblemSet part(ProblemSet set, String part, List<Problem> problems) {
    return new ProblemSet(set.name() + " (" + part + ")", problems, set.provenance());
  }

  private static String rank(Problem problem, long seed) {
    return new Fingerprint().add(Long.toString(seed)).add(problem.id()).hex();
  }
}
