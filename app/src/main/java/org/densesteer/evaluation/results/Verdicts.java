package org.densesteer.evaluation.results;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answers of one sweep judged by one set of rules. An earlier version recorded one
 * verdict, by rules of its own; a sweep that it finished keeps its figures. Where the sweep goes
 * on, the texts that it left are judged anew, so that no cell is held against another one's rules.
 */
public final class Verdicts {

  private Verdicts() {}

  /** Whether an earlier version judged it. */
  public static boolean isEarlier(SweepAnswer answer) {
    return answer.correctByBenchmark() == null;
  }

  /**
   * The answers, all judged alike.
   *
   * @param more whether answers of this version will follow
   */
  public static List<SweepAnswer> alike(
      Collection<SweepAnswer> answers, ProblemSet problems, boolean more) {
    boolean mixed = more || !answers.stream().allMatch(Verdicts::isEarlier);
    Map<String, Problem> byId =
        problems.problems().stream().collect(Collectors.toMap(Problem::id, Function.identity()));
    return answers.stream().map(a -> mixed ? now(a, byId.get(a.key().problem())) : a).toList();
  }

  private static SweepAnswer now(SweepAnswer answer, @Nullable Problem problem) {
    return isEarlier(answer) && problem != null ? answer.judgedBy(problem.checker()) : answer;
  }
}
