package org.densesteer.evaluation.plan;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.evaluation.placebo.PlaceboSteering;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.model.ModelInfo;
import org.densesteer.steering.CosineGate;
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
 * @param decoding how answers are decoded, its gate apart
 * @param gate how strengths follow the answer
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
    SweepDecoding decoding,
    SweptGate gate) {

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

  /** With strengths that stay as they are. */
  public SweepSetup(
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
    this(
        model,
        vector,
        problems,
        sources,
        grid,
        placebos,
        choice,
        split,
        seed,
        decoding,
        SweptGate.CONSTANT);
  }

  /**
   * Freezes the list and checks that the vector fits.
   *
   * @throws FaultException when it does not fit the model, or lacks a layer or what a placebo needs
   */
  public SweepSetup {
    placebos = List.copyOf(placebos);
    Fit.require(vector, model);
    grid.check(vector);
    for (int layer : grid.layers()) {
      Steering cell = Steering.everywhere(vector, layer, 1);
      placebos.forEach(placebo -> PlaceboSteering.of(placebo, cell, seed));
    }
    if (gate.gate() instanceof CosineGate cosine) {
      Fit.require(cosine.probe().vector(), model);
    }
    if (gate.gate().constant()
        && placebos.stream().anyMatch(p -> p.kind() == PlaceboKind.UNGATED)) {
      throw new FaultException(
          "The placebo ungated is the chosen cell without its gate, and this sweep has no gate.");
    }
    if (gate.gate().asksKl() && decoding.lanes() < 2) {
      throw new FaultException("A KL budget needs at least 2 rows per batch, not 1.");
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
    double penalty =
        decoding.repetitionPenalty() == null
            ? model.generation().repetitionPenalty()
            : decoding.penalty();
    return new SweepPlan(
        subject,
        grid,
        placebos,
        choice,
        split,
        seed,
        decoding.penalised(penalty).gated(SweepGate.of(gate.gate())));
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
