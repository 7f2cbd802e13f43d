package org.densesteer.evaluation.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.densesteer.evaluation.results.SweepAnswer;

/**
 * Hands the answers of batches that are computed side by side on in the order of the batches: those
 * of the first unfinished batch at once, those of later ones when their turn comes. Safe for any
 * threads; hands on one answer at a time.
 */
public final class BatchOrder {

  private final Consumer<SweepAnswer> onAnswer;
  private final Map<Integer, List<SweepAnswer>> early = new HashMap<>();
  private final Set<Integer> finished = new HashSet<>();
  private int turn;

  /** Begins with batch 0. */
  public BatchOrder(Consumer<SweepAnswer> onAnswer) {
    this.onAnswer = onAnswer;
  }

  /**
   * Takes an answer of a batch.
   *
   * @param batch its place among all, from 0
   */
  public synchronized void add(int batch, SweepAnswer answer) {
    if (batch == turn) {
      onAnswer.accept(answer);
    } else {
      early.computeIfAbsent(batch, b -> new ArrayList<>()).add(answer);
    }
  }

  /** Marks a batch as finished. */
  public synchronized void finish(int batch) {
    finished.add(batch);
    while (finished.remove(turn)) {
      turn++;
      List<SweepAnswer> waiting = early.remove(turn);
      if (waiting != null) {
        waiting.forEach(onAnswer);
      }
    }
  }
}
