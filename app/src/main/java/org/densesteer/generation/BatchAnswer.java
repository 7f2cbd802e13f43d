package org.densesteer.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.densesteer.model.TokenText;
import org.densesteer.model.Tokenizer;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;

/** One row of a batch while its answer grows. */
final class BatchAnswer {

  final int index;
  final BatchRow row;
  final int start;

  private final IntPredicate watch;
  private final StepCounter steps = new StepCounter();
  private final TokenText text;
  private final long began = System.nanoTime();
  private int[] ids = new int[64];
  private int size;

  /**
   * Begins an answer.
   *
   * @param start position in the cache where the row's prompt begins
   */
  BatchAnswer(int index, BatchRow row, int start, IntPredicate watch, Tokenizer tokenizer) {
    this.index = index;
    this.row = row;
    this.start = start;
    this.watch = watch;
    text = new TokenText(tokenizer);
  }

  boolean steersNext(Steering steering) {
    return steering.active() && steering.positions().atStep(steps.next());
  }

  /** Takes a token; returns why the answer ends with it, or null when it goes on. */
  @Nullable StopReason append(int id, int most) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
    steps.append(text.append(id));
    return watch.test(id) || size >= most ? StopReason.LENGTH : null;
  }

  int[] ids() {
    return Arrays.copyOf(ids, size);
  }

  Trace trace(StopReason reason, double[] nllWithPrompt, double[] nllResponseOnly) {
    List<TokenEvent> tokens = new ArrayList<>(size);
    double strength = row.steerings().isEmpty() ? 0 : row.steerings().get(0).strength();
    for (int i = 0; i < size; i++) {
      tokens.add(
          new TokenEvent(
              index,
              i,
              ids[i],
              "",
              nllWithPrompt[i],
              Double.NaN,
              1,
              Double.NaN,
              Double.NaN,
              Double.NaN,
              strength,
              List.of()));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Arm arm = new Arm(row.steerings().isEmpty() ? Arm.BASELINE : Arm.STEERED, row.steerings());
    return new Trace(arm, tokens, text.whole(), reason, nllResponseOnly, size / seconds);
  }
}
