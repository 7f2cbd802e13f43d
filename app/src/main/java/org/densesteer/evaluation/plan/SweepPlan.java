package org.densesteer.evaluation.plan;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.Fingerprint;
import org.densesteer.evaluation.placebo.Placebo;

/**
 * Everything that decides what a sweep computes. Two sweeps with equal plans give the same answers.
 *
 * <p>A sweep has two stages. The grid (baseline and every cell) is answered on the tuning part, and
 * the best cell is chosen by {@code choice}. Then baseline, chosen cell and placebos are answered
 * on the test part. Without a split both stages stand on all problems.
 *
 * @param subject model, vector and problems, by content
 * @param grid layers and strengths
 * @param placebos what the chosen cell is held against
 * @param choice how it is chosen
 * @param split share of the tuning part; 0 for no split
 * @param seed decides the split, the random placebos and the resampling
 * @param decoding how answers are decoded
 */
public record SweepPlan(
    SweepSubject subject,
    SweepGrid grid,
    List<Placebo> placebos,
    ChoiceRule choice,
    double split,
    long seed,
    SweepDecoding decoding) {

  /** Freezes the list and checks the split. */
  public SweepPlan {
    placebos = List.copyOf(placebos);
    if (!(split >= 0 && split < 1)) {
      throw new FaultException(
          "The tuning share of a split must be 0 (no split) or below 1, not " + split + ".");
    }
  }

  /** Whether the problems are split. */
  public boolean isSplit() {
    return split > 0;
  }

  /** Whether the chosen cell is answered again beside the baseline: on a test part, or placebos. */
  public boolean hasCheck() {
    return isSplit() || !placebos.isEmpty();
  }

  /** The part on which the grid is answered. */
  public SweepPart gridPart() {
    return isSplit() ? SweepPart.TUNING : SweepPart.ALL;
  }

  /** The part on which the chosen cell is reported. */
  public SweepPart checkPart() {
    return isSplit() ? SweepPart.TEST : SweepPart.ALL;
  }

  /** Baseline and every cell other than strength 0, by layer and then strength. */
  public List<SweepArm> gridArms() {
    List<SweepArm> arms = new ArrayList<>();
    arms.add(SweepArm.BASELINE);
    for (int layer : grid.layers()) {
      for (double strength : grid.steeredStrengths()) {
        arms.add(SweepArm.cell(layer, strength));
      }
    }
    return arms;
  }

  /** Baseline, the chosen cell, and the placebos that stand in for it. */
  public List<SweepArm> checkArms(SweepArm chosen) {
    List<SweepArm> arms = new ArrayList<>(List.of(SweepArm.BASELINE, chosen));
    for (Placebo placebo : placebos) {
      arms.add(new SweepArm(placebo.name(), chosen.layer(), chosen.strength()));
    }
    return arms;
  }

  /** SHA-256 over all of it, 16 hexadecimal digits: a journal belongs to one plan. */
  public String hash() {
    return new Fingerprint().add(PlanJson.canonical(this)).hex().substring(0, 16);
  }
}
