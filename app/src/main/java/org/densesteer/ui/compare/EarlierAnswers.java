package org.densesteer.ui.compare;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.Trace;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.trace.ArmViewModel;

/**
 * What the panes said last, as drafts: after the move of a slider most of an answer is what stood
 * there before. An arm that has not answered yet begins with the baseline's.
 */
final class EarlierAnswers {

  private record Answer(RunEngine engine, int[] tokens) {}

  private final ArmViewModel baseline;
  private final Map<ArmViewModel, Answer> last = new WeakHashMap<>();

  EarlierAnswers(ArmViewModel baseline) {
    this.baseline = baseline;
  }

  /** Takes a finished answer; one that was stopped says less than the one before. */
  void keep(ArmViewModel pane, RunEngine engine, Trace trace) {
    if (trace.stopReason() != StopReason.CANCELLED) {
      last.put(pane, new Answer(engine, trace.tokenIds()));
    }
  }

  /** A draft for each arm, empty where there is none. */
  List<int[]> drafts(List<ShownArm> arms, RunEngine engine) {
    return arms.stream().map(arm -> draft(arm.pane(), engine)).toList();
  }

  private int[] draft(ArmViewModel pane, RunEngine engine) {
    Answer answer = last.getOrDefault(pane, last.get(baseline));
    return answer == null || answer.engine != engine ? new int[0] : answer.tokens;
  }
}
