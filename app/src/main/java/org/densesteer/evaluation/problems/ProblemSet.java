package org.densesteer.evaluation.problems;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.Fingerprint;

/**
 * Problems under one name, in a fixed order.
 *
 * @param name what the set is called, usually its file name without the ending
 * @param problems at least one, each with an id of its own
 * @param provenance where they came from
 */
public record ProblemSet(String name, List<Problem> problems, Provenance provenance) {

  /** Freezes the list; checks that it has problems and that no two share an id. */
  public ProblemSet {
    problems = List.copyOf(problems);
    if (problems.isEmpty()) {
      throw new FaultException("The problem set " + name + " has no problems.");
    }
    Set<String> ids = new HashSet<>();
    for (Problem problem : problems) {
      if (!ids.add(problem.id())) {
        throw new FaultException(
            "Two problems of the set " + name + " have the id " + problem.id() + ".");
      }
    }
  }

  /** How many problems there are. */
  public int size() {
    return problems.size();
  }

  /**
   * The first {@code count} problems, or all when there are fewer.
   *
   * @throws FaultException when {@code count} is below 1
   */
  public ProblemSet first(int count) {
    if (count < 1) {
      throw new FaultException("At least 1 problem is needed, not " + count + ".");
    }
    return new ProblemSet(name, problems.subList(0, Math.min(count, size())), provenance);
  }

  /**
   * Those whose answer is known.
   *
   * @throws FaultException when none is
   */
  public ProblemSet answered() {
    List<Problem> known = problems.stream().filter(Problem::answered).toList();
    if (known.isEmpty()) {
      throw new FaultException(
          "No question of "
              + name
              + " has a right answer to check against; give at least one of them an answer.");
    }
    return known.size() == problems.size() ? this : new ProblemSet(name, known, provenance);
  }

  /** SHA-256 over every id, question, gold answer and style in order; 64 hexadecimal digits. */
  public String fingerprint() {
    Fingerprint fingerprint = new Fingerprint();
    for (Problem p : problems) {
      fingerprint
          .add(p.id())
          .add(p.question())
          .add(p.gold() == null ? "" : p.gold())
          .add(p.style().name());
      p.alternatives().forEach(fingerprint::add);
    }
    return fingerprint.hex();
  }
}
