package org.densesteer.evaluation.run;

import java.util.List;
import java.util.Objects;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.evaluation.placebo.PlaceboSteering;
import org.densesteer.evaluation.plan.PlannedAnswer;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepDecoding;
import org.densesteer.evaluation.plan.SweepGate;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.results.Repetition;
import org.densesteer.generation.batch.AnswerRequest;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;

/** What the answers of a plan ask of an engine: their prompts, and what steers them. */
final class AnswerRequests {

  private final SweepPlan plan;
  private final SteeringVector vector;
  private final Gate gate;
  private final AnswerEngine engine;

  AnswerRequests(SweepPlan plan, SteeringVector vector, Gate gate, AnswerEngine engine) {
    if (!Objects.equals(SweepGate.of(gate), plan.decoding().gate())) {
      throw new FaultException("The gate “" + gate.text() + "” is not the plan's.");
    }
    this.plan = plan;
    this.vector = vector;
    this.gate = gate;
    this.engine = engine;
  }

  /** Some answers as one batch, each given up when it begins to repeat itself without end. */
  BatchRequest batch(List<PlannedAnswer> answers) {
    SweepDecoding decoding = plan.decoding();
    return new BatchRequest(
        answers.stream().map(this::request).toList(),
        decoding.lanes(),
        decoding.maxNewTokens(),
        decoding.penalty(),
        () -> new Repetition()::accept);
  }

  private AnswerRequest request(PlannedAnswer answer) {
    String userTurn = plan.decoding().userTurn(answer.problem().question());
    return new AnswerRequest(engine.prompt(frame(answer.arm()), userTurn), steerings(answer.arm()));
  }

  private List<Steering> steerings(SweepArm arm) {
    if (arm.isBaseline()) {
      return List.of();
    }
    Steering cell =
        new Steering(
            vector,
            Objects.requireNonNull(arm.layer()),
            arm.strength(),
            plan.decoding().positions(),
            plan.decoding().operator(),
            gate);
    return arm.isSteered()
        ? List.of(cell)
        : PlaceboSteering.of(Placebo.named(arm.name()), cell, plan.seed());
  }

  private ChatFrame frame(SweepArm arm) {
    ChatFrame frame = plan.decoding().frame();
    boolean concise = arm.name().equals(PlaceboKind.CONCISE.word());
    return concise ? frame.withSystem(Placebo.conciseSystem(frame.system())) : frame;
  }
}
