package org.densesteer.ui.stage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.generation.Arm;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;

/**
 * Two answers shown without their names, and what an audience said of them.
 *
 * @param run the run with these two answers alone, the left one first
 * @param begun when they were shown
 * @param votes what was said, in order
 */
record BlindRound(Run run, Instant begun, List<Vote> votes) {

  BlindRound {
    votes = List.copyOf(votes);
  }

  /**
   * A round of which nobody has said anything.
   *
   * @param steered the steered arm
   * @param other what it is held against
   * @param swapped whether the steered arm stands on the right
   */
  static BlindRound of(Run run, RunArm steered, RunArm other, boolean swapped, Instant begun) {
    return new BlindRound(
        run.with(swapped ? List.of(other, steered) : List.of(steered, other)), begun, List.of());
  }

  RunArm left() {
    return run.arms().get(0);
  }

  RunArm right() {
    return run.arms().get(1);
  }

  /** The arm that the steered one is held against. */
  RunArm other() {
    return isSteeredLeft() ? right() : left();
  }

  boolean isSteeredLeft() {
    return left().name().equals(Arm.STEERED);
  }

  /** The same with one vote more. */
  BlindRound with(Vote vote) {
    List<Vote> more = new ArrayList<>(votes);
    more.add(vote);
    return new BlindRound(run, begun, more);
  }

  /** The same without its last vote. */
  BlindRound withoutLast() {
    return new BlindRound(run, begun, votes.subList(0, Math.max(0, votes.size() - 1)));
  }

  int count(Vote vote) {
    return (int) votes.stream().filter(vote::equals).count();
  }

  int forSteered() {
    return count(isSteeredLeft() ? Vote.LEFT : Vote.RIGHT);
  }

  int forOther() {
    return count(isSteeredLeft() ? Vote.RIGHT : Vote.LEFT);
  }
}
