package org.densesteer.evaluation.plan;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboSteering;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.model.ModelInfo;
import org.densesteer.steering.Fit;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;

/**
 * What a person chose to sweep.
 *
 * @param model the loaded model
 * @param vector its directions
 * @param problems what is asked, already cut to the wanted number
 * @param sources how the command line names these three
 * @param grid layers and strengths
 * @param placebos what the chosen cell is held against
 * @param choice how it is chosen
 * @param split share of the tuning part; 0 for no split
 * @param seed decides the split, the random placebos and the resampling
 * @param decoding how answers are decoded
 */
public record SweepSetup(
    ModelInfo model,
    SteeringVector vector,
    ProblemSet problems,
    Sources sources,
    SweepGrid grid,
    List<Placebo> placebos,
    ChoiceRule choice,
    double split,
    long seed,
    SweepDecoding decoding) {

  /** Name of the model, the vector and the problems that come with the program. */
  public static final String SAMPLE = "sample";

  /**
   * What {@code --model}, {@code --vector} and {@code --problems} are given.
   *
   * @param model a folder, or {@link #SAMPLE}
   * @param vector a file, or {@link #SAMPLE}
   * @param problems a file, or {@link #SAMPLE}
   */
  public record Sources(String model, String vector, String problems) {}

  /**
   * Freezes the list and checks that the vector fits.
   *
   * @throws org.densesteer.common.FaultException when it does not fit the model, or lacks a layer
   *     or what a placebo needs
   */
  public SweepSetup {
    placebos = List.copyOf(placebos);
    Fit.require(vector, model);
    grid.check(vector);
    for (int layer : grid.layers()) {
      Steering cell = Steering.everywhere(vector, layer, 1);
      placebos.forEach(placebo -> PlaceboSteering.of(placebo, cell, seed));
    }
  }

  /** Everything that decides the answers. */
  public SweepPlan plan() {
    SweepSubject subject =
        new SweepSubject(
            model.fingerprint(),
            model.precision(),
            SweepSubject.fingerprint(vector),
            problems.fingerprint());
    return new SweepPlan(subject, grid, placebos, choice, split, seed, decoding);
  }

  /** Names and places, with the command that computes the sweep again into a folder. */
  public SweepOrigin origin(Path folder) {
    String description =
        Texts.of(
            "%s, %d layers of width %d, %,d parameters, %s",
            model.family(),
            model.layers(),
            model.hiddenSize(),
            model.parameters(),
            model.precision());
    return new SweepOrigin(
        model.name(),
        description,
        vector.name(),
        sources.vector(),
        problems.name(),
        problems.provenance().source(),
        SweepArguments.of(this, folder));
  }
}
