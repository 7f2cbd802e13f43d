package org.densesteer.evaluation.strip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.densesteer.common.Cancellation;
import org.densesteer.evaluation.plan.SweepDecoding;
import org.densesteer.evaluation.results.Repetition;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.batch.AnswerRequest;
import org.densesteer.generation.batch.BatchAnswer;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.generation.batch.BatchRequest.Scoring;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;

/** Answers questions at every cell of a strip, all rows in one batch. */
public final class StripRunner {

  private final StripModel model;
  private final StripSteering steering;
  private final List<StripQuestion> questions;
  private final Sampling sampling;
  private final int maxNewTokens;

  /**
   * Some questions to a model.
   *
   * @param questions at least one
   * @param maxNewTokens most tokens of an answer
   */
  public StripRunner(
      StripModel model,
      StripSteering steering,
      List<StripQuestion> questions,
      Sampling sampling,
      int maxNewTokens) {
    this.model = model;
    this.steering = steering;
    this.questions = List.copyOf(questions);
    this.sampling = sampling;
    this.maxNewTokens = maxNewTokens;
  }

  /** For every block the mean over the questions of the mean ‖h_ℓ‖ over the prompt's positions. */
  public double[] hiddenNorms() {
    return StripSteering.mean(
        questions.stream().map(question -> model.hiddenNorms(question.prompt())).toList());
  }

  private record Asked(@Nullable StripCell cell, @Nullable Long seed, List<Steering> steerings) {}

  /**
   * The strip.
   *
   * @param seeds those of the floor's random directions; none for no floor
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public Strip run(List<StripCell> cells, List<Long> seeds, Cancellation cancellation) {
    List<Asked> asked = new ArrayList<>();
    asked.add(new Asked(null, null, List.of()));
    cells.forEach(cell -> asked.add(new Asked(cell, null, List.of(steering.of(cell)))));
    for (StripCell cell : cells) {
      if (steering.of(cell).active()) {
        seeds.forEach(
            seed -> asked.add(new Asked(cell, seed, List.of(steering.random(cell, seed)))));
      }
    }
    List<StripRow> rows = answer(asked, Scoring.BY_TWINS, List.of(), cancellation);
    int steered = 1 + cells.size();
    return new Strip(rows.get(0), rows.subList(1, steered), rows.subList(steered, rows.size()));
  }

  /**
   * Only the random directions in the place of vectors that work together, one row for each seed.
   *
   * @param words ids of tokens of which is told how much likelier each direction made them
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public List<StripRow> floor(
      List<Steering> steerings, List<Long> seeds, List<Integer> words, Cancellation cancellation) {
    Steering first = steerings.get(0);
    StripCell cell = new StripCell(first.layer(), first.strength(), Double.NaN);
    return answer(
        seeds.stream()
            .map(seed -> new Asked(cell, seed, StripSteering.random(steerings, seed)))
            .toList(),
        Scoring.BY_TWINS,
        words,
        cancellation);
  }

  /**
   * Whether the answers of each cell stand beside the baseline's; nothing else is asked of them, so
   * nothing is scored.
   */
  List<Boolean> stand(List<StripCell> cells, StripRow baseline, Cancellation cancellation) {
    List<Asked> asked =
        cells.stream().map(cell -> new Asked(cell, null, List.of(steering.of(cell)))).toList();
    return answer(asked, Scoring.NONE, List.of(), cancellation).stream()
        .map(row -> row.stands(baseline))
        .toList();
  }

  /** The unsteered answers, not scored. */
  StripRow baseline(Cancellation cancellation) {
    return answer(List.of(new Asked(null, null, List.of())), Scoring.NONE, List.of(), cancellation)
        .get(0);
  }

  private List<StripRow> answer(
      List<Asked> asked, Scoring scoring, List<Integer> words, Cancellation cancellation) {
    List<AnswerRequest> requests =
        asked.stream()
            .flatMap(
                row -> questions.stream().map(q -> new AnswerRequest(q.prompt(), row.steerings())))
            .toList();
    StripAnswer[] answers = new StripAnswer[requests.size()];
    model.answer(
        new BatchRequest(
            requests,
            SweepDecoding.DEFAULT_LANES,
            maxNewTokens,
            sampling,
            scoring,
            () -> new Repetition()::accept,
            words),
        (index, answer) -> answers[index] = measured(index, answer),
        cancellation);
    List<StripRow> rows = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      int from = i * questions.size();
      List<StripAnswer> own = Arrays.asList(answers).subList(from, from + questions.size());
      rows.add(new StripRow(asked.get(i).cell(), asked.get(i).seed(), own));
    }
    return rows;
  }

  private StripAnswer measured(int index, BatchAnswer answer) {
    StripQuestion question = questions.get(index % questions.size());
    return StripAnswer.of(answer, question.gold(), model::countTokens);
  }

  /** Seeds of a floor: {@code count} of them from {@code first} on. */
  public static List<Long> seeds(int count, long first) {
    return LongStream.range(first, first + count).boxed().toList();
  }
}
