package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.densesteer.generation.Arm;
import org.densesteer.generation.PromptReport;
import org.densesteer.generation.StopReason;
import org.densesteer.notebook.RunArm;
import org.densesteer.ui.trace.ArmViewModel;

/**
 * Which runs answer as things stand. A placebo is one more row of the run; the prompt-only arm
 * reads another prompt, so it is a run of its own that waits for its turn. Unsteered answers that a
 * run would only repeat are kept.
 */
final class RunPlan {

  private final ComparedArms arms;
  private final RunConditions conditions;
  private final EarlierAnswers earlier;
  private final Consumer<PromptReport> onPrompt;

  /** What the unsteered panes were asked last. */
  private final Map<ArmViewModel, RunSetup> asked = new HashMap<>();

  /**
   * A plan that keeps nothing yet.
   *
   * @param onPrompt hears what reading the question's prompt showed
   */
  RunPlan(ComparedArms arms, RunConditions conditions, Consumer<PromptReport> onPrompt) {
    this.arms = arms;
    this.conditions = conditions;
    earlier = new EarlierAnswers(arms.baseline());
    this.onPrompt = onPrompt;
  }

  /** The runs beside which these arms answer. */
  List<ActiveRun> runs(List<ShownArm> steered) {
    RunSetup setup = conditions.setup();
    List<ShownArm> together = new ArrayList<>(steered);
    if (steered.isEmpty() || !keeps(arms.baseline(), setup)) {
      together.add(0, unsteered(arms.baseline(), setup));
    }
    List<ActiveRun> runs = new ArrayList<>();
    runs.add(new ActiveRun(setup, together, conditions.gold(), earlier, onPrompt));
    RunSetup concise = setup.concise();
    arms.promptOnly()
        .filter(pane -> !keeps(pane, concise))
        .map(pane -> List.of(unsteered(pane, concise)))
        // The other prompt's cache and norms are not those of the question as it stands there.
        .ifPresent(
            alone ->
                runs.add(new ActiveRun(concise, alone, conditions.gold(), earlier, report -> {})));
    return runs;
  }

  private ShownArm unsteered(ArmViewModel pane, RunSetup setup) {
    asked.put(pane, setup);
    return new ShownArm(Arm.baseline(), pane);
  }

  private boolean keeps(ArmViewModel pane, RunSetup setup) {
    RunArm recorded = pane.recordedProperty().get();
    return recorded != null
        && recorded.answer().stopReason() != StopReason.CANCELLED
        && setup.equals(asked.get(pane));
  }

  /** Lets every answer be given anew. */
  void keepNothing() {
    asked.clear();
  }

  /** Forgets arms that are no longer there. */
  void keepOnlyWhatIsShown() {
    asked.keySet().retainAll(arms.all());
  }
}
