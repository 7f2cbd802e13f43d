package org.densesteer.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.densesteer.model.TokenText;
import org.densesteer.model.Tokenizer;
import org.densesteer.steering.Steering;
import org.densesteer.steering.Steps;
import org.jspecify.annotations.Nullable;

/** One row of a batch while its answer grows. */
final class BatchAnswer {

  final int index;
  final BatchRow row;

  private final int most;
  private final IntPredicate watch;
  private final Steps steps = new Steps();
  private final TokenText text;
  private final long began = System.nanoTime();
  private final List<String> added = new ArrayList<>();
  private int[] ids = new int[64];
  private int size;
  private @Nullable StopReason stopped;

  /**
   * Begins an answer.
   *
   * @param most most tokens it may have
   */
  BatchAnswer(int index, BatchRow row, int most, IntPredicate watch, Tokenizer tokenizer) {
    this.index = index;
    this.row = row;
    this.most = most;
    this.watch = watch;
    text = new TokenText(tokenizer);
  }

  boolean steersNext(Steering steering) {
    return steering.active() && steering.positions().atStep(steps.next());
  }

  /**
   * Takes a token.
   *
   * @param ends tokens that end a text
   * @return whether the answer goes on
   */
  boolean append(int id, Set<Integer> ends) {
    if (ends.contains(id)) {
      stopped = StopReason.END_OF_TEXT;
      return false;
    }
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
    added.add(text.append(id));
    steps.append(added.get(size - 1));
    if (watch.test(id) || size >= most) {
      stopped = StopReason.LENGTH;
    }
    return stopped == null;
  }

  /** The token that is read next. */
  int last() {
    return ids[size - 1];
  }

  int[] promptIds() {
    return row.prompt().tokenIds();
  }

  int[] ids() {
    return Arrays.copyOf(ids, size);
  }

  /** The finished answer. */
  Trace trace(double[] nllWithPrompt, double[] nllResponseOnly) {
    List<TokenEvent> tokens = new ArrayList<>(size);
    double strength = row.steerings().isEmpty() ? 0 : row.steerings().get(0).strength();
    for (int i = 0; i < size; i++) {
      tokens.add(
          new TokenEvent(
              index,
              i,
              ids[i],
              added.get(i),
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
    StopReason reason = stopped == null ? StopReason.CANCELLED : stopped;
    boolean beginsInBlock = row.prompt().opensBlock();
    return new Trace(
        arm, tokens, text.whole(), reason, nllResponseOnly, size / seconds, beginsInBlock);
  }
}
