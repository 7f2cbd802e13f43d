package org.densesteer.ui.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import org.densesteer.common.FaultException;
import org.densesteer.generation.Sampling;
import org.densesteer.notebook.RunChange;
import org.densesteer.notebook.RunSteering;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.steering.SteeringState;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.AskedArm;
import org.densesteer.ui.trace.Staleness;
import org.jspecify.annotations.Nullable;

/** Says of every pane whether its answer is the one that the panels as they stand would give. */
final class StaleWatch {

  private final ComparedArms arms;
  private final RunConditions conditions;

  /** Watches the panels from now on. */
  StaleWatch(ComparedArms arms, RunConditions conditions) {
    this.arms = arms;
    this.conditions = conditions;
    PromptViewModel prompts = conditions.prompts();
    SteeringViewModel steering = conditions.vectors();
    List<Observable> panels =
        List.of(
            prompts.questionProperty(),
            prompts.systemProperty(),
            prompts.variables().textProperty(),
            steering.stateProperty());
    panels.forEach(each -> each.subscribe(this::look));
    // What was asked for while an answer grows takes hold a token later.
    arms.steered().changesProperty().subscribe((before, now) -> look());
    for (Observable each : prompts.decoding().observables()) {
      each.subscribe(this::look);
    }
  }

  /** Looks at every pane anew. */
  void look() {
    for (ArmViewModel pane : arms.all()) {
      AskedArm asked = pane.askedProperty().get();
      if (asked != null && arms.pinned(pane)) {
        pane.become(pinned(asked));
      } else if (asked != null && pane.stalenessProperty().get().fromNotebook()) {
        pane.become(
            isOtherQuestion(asked) ? Staleness.NOTEBOOK_OTHER_QUESTION : Staleness.FROM_NOTEBOOK);
      } else if (asked != null) {
        pane.become(of(pane, asked));
      }
    }
  }

  private Staleness pinned(AskedArm asked) {
    RunEngine engine = conditions.models().engineProperty().get();
    if (engine != null && !engine.info().fingerprint().equals(asked.model().fingerprint())) {
      return Staleness.PINNED_OTHER_MODEL;
    }
    return isOtherQuestion(asked) ? Staleness.PINNED_OTHER_QUESTION : Staleness.PINNED;
  }

  private boolean isOtherQuestion(AskedArm asked) {
    return !asked.question().strip().equals(conditions.prompts().questionProperty().get().strip());
  }

  private Staleness of(ArmViewModel pane, AskedArm asked) {
    if (isOtherQuestion(asked)) {
      return Staleness.OTHER_QUESTION;
    }
    RunSetup next = next(pane);
    if (next == null) {
      return Staleness.OTHER_SETTINGS;
    }
    boolean same =
        asked.frame().equals(next.frame())
            && asked.decoding().maxTokens() == next.maxTokens()
            && same(asked.decoding().sampling(), next.sampling())
            && steeredAlike(pane);
    return same ? Staleness.NONE : Staleness.OTHER_SETTINGS;
  }

  /** What the pane would be asked now; null while that cannot be told. */
  private @Nullable RunSetup next(ArmViewModel pane) {
    try {
      RunSetup setup = conditions.setup();
      return arms.promptOnly().filter(pane::equals).isPresent() ? setup.concise() : setup;
    } catch (FaultException | IllegalStateException e) {
      return null;
    }
  }

  /** A seed decides nothing where no number is drawn. */
  private static boolean same(Sampling asked, Sampling next) {
    return asked.greedy() && next.greedy()
        ? asked.repetitionPenalty() == next.repetitionPenalty()
        : asked.equals(next);
  }

  /** Arms with settings of their own are what they should be when nothing else has changed. */
  private boolean isAsSet(SetArm own, AskedArm asked) {
    SteeringState panel = conditions.vectors().stateProperty().get();
    return asked.steerings().equals(RunSteering.all(own.steerings(panel)));
  }

  /** Placebos stand in for the steered arm, and are what they should be when that one is. */
  private boolean steeredAlike(ArmViewModel pane) {
    AskedArm asked = pane.askedProperty().get();
    if (asked == null || asked.steerings().isEmpty()) {
      return true;
    }
    Optional<ExtraArm> extra = arms.extras().of(pane);
    if (extra.isPresent() && extra.get().kind() instanceof SetArm own) {
      return isAsSet(own, asked);
    }
    AskedArm steered = arms.steered().askedProperty().get();
    return steered != null && now(steered).equals(wanted());
  }

  /** What steers the steered arm since it was last steered anew. */
  private List<RunSteering> now(AskedArm asked) {
    List<RunChange> changes = arms.steered().changesProperty().get();
    return changes.isEmpty() ? asked.steerings() : changes.get(changes.size() - 1).steerings();
  }

  private List<RunSteering> wanted() {
    return RunSteering.all(conditions.vectors().steerings());
  }
}
