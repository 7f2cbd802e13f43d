package org.densesteer.evaluation.run;

import java.util.List;
import java.util.Objects;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.evaluation.placebo.PlaceboSteering;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.plan.SweepRow;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.jspecify.annotations.Nullable;

/** What each row of a sweep asks of the engine. */
final class RowSteering {

  private final SweepPlan plan;
  private final SteeringVector vector;

  RowSteering(SweepPlan plan, SteeringVector vector) {
    this.plan = plan;
    this.vector = vector;
  }

  AnswerEngine.Row engineRow(SweepRow row) {
    return new AnswerEngine.Row(
        plan.decoding().userTurn(row.problem().question()),
        plan.decoding().frame().withSystem(system(row.arm())),
        of(row.arm()));
  }

  private List<Steering> of(SweepArm arm) {
    if (arm.isBaseline()) {
      return List.of();
    }
    Steering cell =
        new Steering(
            vector,
            Objects.requireNonNull(arm.layer()),
            arm.strength(),
            plan.decoding().positions(),
            plan.decoding().operator());
    return arm.isSteered()
        ? List.of(cell)
        : PlaceboSteering.of(Placebo.named(arm.name()), cell, plan.seed());
  }

  private @Nullable String system(SweepArm arm) {
    @Nullable String system = plan.decoding().system();
    boolean concise = arm.name().equals(PlaceboKind.CONCISE.word());
    if (!concise) {
      return system;
    }
    return system == null || system.isBlank()
        ? Placebo.CONCISE_REQUEST
        : system + " " + Placebo.CONCISE_REQUEST;
  }
}
