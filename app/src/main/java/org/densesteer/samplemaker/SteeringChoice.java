package org.densesteer.samplemaker;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.generation.Arm;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Trace;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;

/**
 * Layer and strength for a vector, chosen on tuning problems: of all settings that lose at most two
 * points of accuracy, the one that gives the highest density.
 *
 * @param layer the 0-based decoder block
 * @param strength λ
 * @param unsteered the tuning problems without steering, as a cell of strength 0
 * @param cells everything that was tried
 */
public record SteeringChoice(int layer, double strength, Cell unsteered, List<Cell> cells) {

  private static final double[] STRENGTHS = {0.15, 0.2, 0.25, 0.3, 0.4, 1};
  private static final double ACCEPTED_LOSS = 0.02;

  /**
   * One setting.
   *
   * @param layer the 0-based decoder block
   * @param strength λ
   * @param accuracy share of right answers
   * @param density mean ρ
   */
  public record Cell(int layer, double strength, double accuracy, double density) {}

  static SteeringChoice of(
      ModelSession session,
      SteeringVector vector,
      List<WordProblem> problems,
      Progress progress,
      Cancellation cancellation) {
    List<Steering> settings = new ArrayList<>();
    for (int layer : vector.directions().keySet()) {
      for (double strength : STRENGTHS) {
        settings.add(Steering.everywhere(vector, layer, strength));
      }
    }
    List<Arm> arms = new ArrayList<>(List.of(Arm.baseline()));
    settings.forEach(setting -> arms.add(Arm.steered(setting)));
    List<List<Trace>> answers =
        new GreedyAnswers(session).to(problems, arms, progress, cancellation);
    Cell unsteered = cell(0, 0, ArmFigures.of(session, problems, answers, 0));
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < settings.size(); i++) {
      Steering setting = settings.get(i);
      ArmFigures figures = ArmFigures.of(session, problems, answers, i + 1);
      cells.add(cell(setting.layer(), setting.strength(), figures));
    }
    Cell best =
        cells.stream()
            .filter(cell -> cell.accuracy() >= unsteered.accuracy() - ACCEPTED_LOSS)
            .max((a, b) -> Double.compare(a.density(), b.density()))
            .orElseThrow(
                () ->
                    new FaultException(
                        "No layer and strength of the vector keeps the accuracy of the sample"
                            + " model."));
    return new SteeringChoice(best.layer(), best.strength(), unsteered, cells);
  }

  private static Cell cell(int layer, double strength, ArmFigures figures) {
    return new Cell(layer, strength, figures.accuracy(), figures.meanDensity());
  }
}
