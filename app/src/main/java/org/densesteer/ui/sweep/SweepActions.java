package org.densesteer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.evaluation.plan.SweepDecoding;
import org.densesteer.evaluation.plan.SweepGate;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorGate;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/** What a cell of the heat map leads to elsewhere in the window. */
final class SweepActions {

  private final PromptViewModel prompts;
  private final SteeringViewModel steering;
  private final SweptVectors vectors;
  private final CompareViewModel compare;
  private final Notices notices;
  private final Runnable showCompare;

  /**
   * Creates the actions.
   *
   * @param showCompare brings the Compare page to the front
   */
  SweepActions(
      PromptViewModel prompts,
      SteeringViewModel steering,
      SweptVectors vectors,
      CompareViewModel compare,
      Notices notices,
      Runnable showCompare) {
    this.prompts = prompts;
    this.steering = steering;
    this.vectors = vectors;
    this.compare = compare;
    this.notices = notices;
    this.showCompare = showCompare;
  }

  /** Puts a cell's steering on the panel: what the sweep added, and nothing else. */
  void use(SweepRun run, HeatPicture.Cell cell) {
    vectors.find(
        run.plan(), run.origin(), vector -> tell(steer(run, cell, vector), steering::undo));
  }

  /** Answers a problem side by side, as the sweep did in a cell. */
  void open(SweepRun run, HeatPicture.Cell cell, Problem problem) {
    vectors.find(run.plan(), run.origin(), vector -> open(run, cell, problem, vector));
  }

  private void open(SweepRun run, HeatPicture.Cell cell, Problem problem, VectorInUse vector) {
    List<String> changes = new ArrayList<>(steer(run, cell, vector));
    Runnable undoSteering = changes.isEmpty() ? () -> {} : steering::undo;
    SweptDecoding decoding = new SweptDecoding(prompts);
    changes.addAll(decoding.restore(run.plan().decoding()));
    int index = indexOf(problem);
    if (index >= 0) {
      prompts.show(index);
    } else {
      prompts.questionProperty().set(problem.question());
    }
    showCompare.run();
    compare.run();
    // Afterwards, for a run takes old messages away.
    tell(
        changes,
        () -> {
          undoSteering.run();
          decoding.undo();
        });
  }

  /** What it switched off, in words. */
  private List<String> steer(SweepRun run, HeatPicture.Cell cell, VectorInUse swept) {
    SweepDecoding decoding = run.plan().decoding();
    List<String> changes = new ArrayList<>();
    Steering exactly =
        new Steering(
            swept.vector(),
            cell.layer(),
            cell.strength(),
            decoding.positions(),
            decoding.operator(),
            gate(decoding.gate(), swept.vector(), changes));
    List<String> off = steering.useAlone(swept, exactly);
    if (!off.isEmpty()) {
      changes.add("the mix is switched off (" + String.join(", ", off) + ")");
    }
    return changes;
  }

  /** A probe is known to the sweep by its content alone; its vector may bring it. */
  private static Gate gate(@Nullable SweepGate swept, SteeringVector vector, List<String> changes) {
    Gate its = VectorGate.of(vector);
    if (swept != null && swept.probe() != null && !swept.equals(SweepGate.of(its))) {
      changes.add("its gate, " + swept.words() + ", is left out, for the probe is not at hand");
      return Gate.CONSTANT;
    }
    return SweepGate.among(swept, List.of(its));
  }

  private void tell(List<String> changes, Runnable undo) {
    if (!changes.isEmpty()) {
      notices.show(
          Notice.offer(
              "This cell is shown as it was swept: " + String.join(", ", changes) + ".",
              "Undo",
              undo));
    }
  }

  private int indexOf(Problem problem) {
    ProblemSet set = prompts.problemsProperty().get();
    List<Problem> open = set == null ? List.of() : set.problems();
    return open.indexOf(problem);
  }

  /** The prompt panel's problems, which the page sweeps. */
  PromptViewModel prompts() {
    return prompts;
  }
}
