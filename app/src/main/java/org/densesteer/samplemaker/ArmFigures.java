package org.densesteer.samplemaker;

import java.util.List;
import java.util.function.ToIntFunction;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Trace;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.metrics.answer.AnswerChecker;

/**
 * What one arm did on each of the same problems.
 *
 * @param right whether its answer was right
 * @param steps reasoning steps
 * @param tokens tokens of ρ
 * @param density ρ = tokens / steps
 * @param nll mean NLL in nats under the unsteered model, prompt as context
 */
record ArmFigures(
    boolean[] right, double[] steps, double[] tokens, double[] density, double[] nll) {

  /** Figures of the arm with this index in every list of traces. */
  static ArmFigures of(
      ModelSession session, List<WordProblem> problems, List<List<Trace>> answers, int arm) {
    List<Trace> traces = answers.stream().map(all -> all.get(arm)).toList();
    return of(problems, traces, session.tokenizer()::count);
  }

  static ArmFigures of(
      List<WordProblem> problems, List<Trace> traces, ToIntFunction<String> tokenCount) {
    int count = problems.size();
    ArmFigures figures =
        new ArmFigures(
            new boolean[count],
            new double[count],
            new double[count],
            new double[count],
            new double[count]);
    for (int i = 0; i < count; i++) {
      Trace trace = traces.get(i);
      AnswerMeasures measures = AnswerMeasures.of(trace, tokenCount);
      String gold = Integer.toString(problems.get(i).answer());
      figures.right[i] = AnswerChecker.of(gold).isCorrect(trace.textOutsideBlocks());
      figures.steps[i] = measures.steps();
      figures.tokens[i] = measures.tokens();
      figures.density[i] = measures.density();
      figures.nll[i] = measures.nllWithPrompt();
    }
    return figures;
  }

  double accuracy() {
    int count = 0;
    for (boolean one : right) {
      count += one ? 1 : 0;
    }
    return (double) count / right.length;
  }

  double meanDensity() {
    double sum = 0;
    for (double one : density) {
      sum += one;
    }
    return sum / density.length;
  }
}
