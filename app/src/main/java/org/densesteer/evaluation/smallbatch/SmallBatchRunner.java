package org.densesteer.evaluation.smallbatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.SweepDecoding;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.results.Repetition;
import org.densesteer.evaluation.strip.StripAnswer;
import org.densesteer.evaluation.strip.StripModel;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.batch.AnswerRequest;
import org.densesteer.generation.batch.BatchAnswer;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;

/**
 * Answers problems with and without steering, all in one batch.
 *
 * @param steerings what the steered answers are steered with
 * @param maxNewTokens most tokens of an answer
 */
public record SmallBatchRunner(
    StripModel model, List<Steering> steerings, Sampling sampling, int maxNewTokens) {

  /**
   * A problem with the prompt that asks it.
   *
   * @param place of the problem in its set, from 0
   */
  public record Asked(int place, Problem problem, Prompt prompt) {}

  /** Freezes the list. */
  public SmallBatchRunner {
    steerings = List.copyOf(steerings);
  }

  /**
   * Runs it. Cancelling keeps the problems whose both answers had come.
   *
   * @param soFar hears on the decoder's thread what there is whenever a problem's second answer has
   *     come
   */
  public SmallBatch run(
      List<Asked> questions,
      Progress progress,
      Consumer<SmallBatch> soFar,
      Cancellation cancellation) {
    List<AnswerRequest> requests = new ArrayList<>();
    for (Asked asked : questions) {
      // Neighbours, so that a problem's two answers come at about the same time.
      requests.add(new AnswerRequest(asked.prompt(), List.of()));
      requests.add(new AnswerRequest(asked.prompt(), steerings));
    }
    Come come = new Come(questions, progress, soFar);
    try {
      model.answer(
          new BatchRequest(
              requests,
              SweepDecoding.DEFAULT_LANES,
              maxNewTokens,
              sampling,
              BatchRequest.Scoring.BY_TWINS,
              () -> new Repetition()::accept),
          come::take,
          cancellation);
    } catch (CancellationException e) {
      // What has come is worth as much as before.
    }
    return come.pairs();
  }

  /** The answers that have come. */
  private final class Come {

    private final List<Asked> questions;
    private final Progress progress;
    private final Consumer<SmallBatch> soFar;
    private final @Nullable StripAnswer[] answers;
    private int count;

    Come(List<Asked> questions, Progress progress, Consumer<SmallBatch> soFar) {
      this.questions = questions;
      this.progress = progress;
      this.soFar = soFar;
      answers = new StripAnswer[2 * questions.size()];
    }

    void take(int index, BatchAnswer answer) {
      Problem problem = questions.get(index / 2).problem();
      answers[index] = StripAnswer.of(answer, problem.checker(), model::countTokens);
      count++;
      progress.update(
          Texts.of("%d of %d answers", count, answers.length), count / (double) answers.length);
      if (answers[index ^ 1] != null) {
        soFar.accept(pairs());
      }
    }

    SmallBatch pairs() {
      List<BatchPair> pairs = new ArrayList<>();
      for (int i = 0; i < questions.size(); i++) {
        StripAnswer baseline = answers[2 * i];
        StripAnswer steered = answers[2 * i + 1];
        if (baseline != null && steered != null) {
          Asked asked = questions.get(i);
          pairs.add(new BatchPair(asked.place(), asked.problem(), baseline, steered));
        }
      }
      return new SmallBatch(pairs, questions.size());
    }
  }
}
