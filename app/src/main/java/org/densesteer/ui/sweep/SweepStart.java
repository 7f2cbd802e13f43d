package org.densesteer.ui.sweep;

import java.nio.file.Path;
import org.densesteer.evaluation.plan.SweepOrigin;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.steering.Gate;
import org.densesteer.steering.SteeringVector;

/**
 * All that a sweep needs to run, beside the model.
 *
 * @param plan what is computed
 * @param origin names and places
 * @param problems what is asked
 * @param vector what is swept
 * @param gate how its strengths follow the answers
 * @param folder where its answers go
 */
record SweepStart(
    SweepPlan plan,
    SweepOrigin origin,
    ProblemSet problems,
    SteeringVector vector,
    Gate gate,
    SweepFolder folder) {

  /** A sweep of the form. */
  static SweepStart of(SweepSetup setup, Path sweeps) {
    SweepPlan plan = setup.plan();
    SweepFolder folder = SweepRun.folder(sweeps, plan);
    return new SweepStart(
        plan,
        setup.origin(folder.path()),
        setup.problems(),
        setup.vector(),
        setup.gate().gate(),
        folder);
  }
}
