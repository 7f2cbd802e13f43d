package org.densesteer.ui.stage;

import java.util.Arrays;
import java.util.List;
import org.densesteer.generation.TokenEvent;
import org.densesteer.notebook.RunArm;

/** Which tokens of recorded answers are due: by their own times, quicker or slower. */
final class ReplayClock {

  /** Milliseconds between tokens whose times were not recorded. */
  private static final double UNTIMED = 50;

  private final boolean timed;
  private final double[][] times;
  private final int[] due;
  private double position;
  private double allowance;

  /** At the beginning of these answers. */
  ReplayClock(List<RunArm> arms) {
    timed =
        arms.stream()
            .flatMap(arm -> arm.answer().tokens().stream())
            .allMatch(token -> Double.isFinite(token.milliseconds()));
    times = arms.stream().map(arm -> times(arm.answer().tokens())).toArray(double[][]::new);
    due = new int[times.length];
  }

  private double[] times(List<TokenEvent> tokens) {
    double[] times = new double[tokens.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = timed ? tokens.get(i).milliseconds() : (i + 1) * UNTIMED;
    }
    Arrays.parallelPrefix(times, Math::max);
    return times;
  }

  /**
   * Time has passed.
   *
   * @param milliseconds how much of it
   * @param speed how much faster than recorded
   * @param limit most tokens of an arm in a second; 0 for no limit. What it holds back moves all
   *     that follows, so that nothing is made up for in a burst.
   */
  void advance(double milliseconds, double speed, int limit) {
    position += milliseconds * speed;
    allowance = limit == 0 ? Integer.MAX_VALUE : allowance + milliseconds * limit / 1000;
    int most = (int) Math.min(allowance, Integer.MAX_VALUE);
    double held = Double.POSITIVE_INFINITY;
    int shown = 0;
    for (int arm = 0; arm < due.length; arm++) {
      int wanted = countUpTo(times[arm], position);
      int granted = (int) Math.min((long) due[arm] + most, wanted);
      if (granted < wanted) {
        held = Math.min(held, times[arm][granted]);
      }
      shown = Math.max(shown, granted - due[arm]);
      due[arm] = granted;
    }
    position = Math.min(position, held);
    allowance = Math.min(1, allowance - shown);
  }

  private static int countUpTo(double[] times, double position) {
    int count = 0;
    while (count < times.length && times[count] <= position) {
      count++;
    }
    return count;
  }

  /** Goes on to the next token of any arm, and those of the same time. */
  void step() {
    double next = Double.POSITIVE_INFINITY;
    for (int arm = 0; arm < due.length; arm++) {
      if (due[arm] < times[arm].length) {
        next = Math.min(next, times[arm][due[arm]]);
      }
    }
    if (next < Double.POSITIVE_INFINITY) {
      position = Math.max(position, next);
      for (int arm = 0; arm < due.length; arm++) {
        due[arm] = Math.max(due[arm], countUpTo(times[arm], next));
      }
    }
  }

  /** Goes back to the beginning. */
  void restart() {
    position = 0;
    allowance = 0;
    Arrays.fill(due, 0);
  }

  /** How many tokens of an arm are due. */
  int due(int arm) {
    return due[arm];
  }

  /** Whether all tokens are. */
  boolean ended() {
    for (int arm = 0; arm < due.length; arm++) {
      if (due[arm] < times[arm].length) {
        return false;
      }
    }
    return true;
  }

  /** Whether the times are those of the run; else tokens come evenly. */
  boolean timed() {
    return timed;
  }
}
