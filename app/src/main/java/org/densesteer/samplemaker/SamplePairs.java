package org.densesteer.samplemaker;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.extraction.ContrastivePair;
import org.densesteer.generation.Arm;
import org.densesteer.generation.ModelSession;
import org.densesteer.metrics.answer.AnswerChecker;

/**
 * Contrastive pairs by DenseSteer's recipe: the negative is the model's own greedy answer where it
 * is right, the positive the same solution with its steps merged.
 */
final class SamplePairs {

  private SamplePairs() {}

  static List<ContrastivePair> collect(
      ModelSession session, int count, Progress progress, Cancellation cancellation) {
    GreedyAnswers answers = new GreedyAnswers(session);
    Iterator<WordProblem> problems = FreshProblems.PAIRS.stream().iterator();
    List<ContrastivePair> pairs = new ArrayList<>();
    while (pairs.size() < count) {
      cancellation.check();
      progress.update(
          Texts.of("Collecting pair %d of %d", pairs.size() + 1, count),
          (double) pairs.size() / count);
      WordProblem problem = problems.next();
      String answer = answers.to(problem, List.of(Arm.baseline())).get(0).text().strip();
      boolean right = AnswerChecker.of(Integer.toString(problem.answer())).isCorrect(answer);
      if (right && !answer.equals(problem.dense())) {
        pairs.add(new ContrastivePair(problem.question(), answer, problem.dense()));
      }
    }
    return pairs;
  }
}
