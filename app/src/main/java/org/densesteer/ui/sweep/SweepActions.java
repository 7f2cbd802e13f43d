package org.densesteer.ui.sweep;

import java.util.List;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.steering.SteeringViewModel;

/** What a cell of the heat map leads to elsewhere in the window. */
public final class SweepActions {

  private final PromptViewModel prompts;
  private final SteeringViewModel steering;
  private final CompareViewModel compare;
  private final Runnable showCompare;

  /**
   * Creates the actions.
   *
   * @param showCompare brings the Compare page to the front
   */
  public SweepActions(
      PromptViewModel prompts,
      SteeringViewModel steering,
      CompareViewModel compare,
      Runnable showCompare) {
    this.prompts = prompts;
    this.steering = steering;
    this.compare = compare;
    this.showCompare = showCompare;
  }

  /** Puts a cell's layer and strength on the sliders. */
  public void use(HeatPicture.Cell cell) {
    steering.setLayer(cell.layer());
    steering.setStrength(cell.strength());
    steering.rest();
  }

  /** Answers a problem side by side, with a cell's settings. */
  public void open(HeatPicture.Cell cell, Problem problem) {
    use(cell);
    int index = indexOf(problem);
    if (index >= 0) {
      prompts.show(index);
    } else {
      prompts.questionProperty().set(problem.question());
    }
    showCompare.run();
    compare.run();
  }

  private int indexOf(Problem problem) {
    ProblemSet set = prompts.problemsProperty().get();
    List<Problem> open = set == null ? List.of() : set.problems();
    return open.indexOf(problem);
  }

  /** The prompt panel's problems, which the page sweeps. */
  public PromptViewModel prompts() {
    return prompts;
  }
}
