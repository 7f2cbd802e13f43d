package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunPrompt;
import org.densesteer.ui.trace.ArmViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Makes the record of what stands in the panes whenever runs have ended: one {@link Run} of all
 * arms, also of those whose answer was kept and of the one that reads another prompt.
 */
final class RunRecorder {

  private static final String CONCISE = PlaceboKind.CONCISE.word();

  private final ComparedArms arms;
  private final ReadOnlyObjectWrapper<@Nullable Run> last = new ReadOnlyObjectWrapper<>();

  /** Which run answered what a pane shows. */
  private final Map<ArmViewModel, String> answeredIn = new HashMap<>();

  RunRecorder(ComparedArms arms) {
    this.arms = arms;
  }

  /**
   * Runs that were started together have ended, the one of the question as it stands first.
   *
   * @return their record; null where there is none
   */
  @Nullable Run ended(List<ActiveRun> runs) {
    ActiveRun main = runs.get(0);
    RunPrompt prompt = main.prompt();
    boolean alone = arms.promptOnly().flatMap(main::recorded).isPresent();
    if (prompt == null || alone) {
      return null;
    }
    Run empty = Run.now(main.setup().model(), prompt, main.setup().decoding(), List.of());
    List<RunArm> recorded = new ArrayList<>();
    List<ArmViewModel> panes = new ArrayList<>();
    for (ArmViewModel pane : arms.all()) {
      Optional<RunArm> arm = answered(pane, runs, empty).or(() -> kept(pane, empty));
      arm.ifPresent(
          each -> {
            recorded.add(each);
            panes.add(pane);
          });
    }
    if (recorded.stream().allMatch(arm -> arm.answer().tokens().isEmpty())) {
      return null;
    }
    Run run = empty.with(recorded);
    panes.forEach(pane -> pane.belongTo(run));
    last.set(run);
    return run;
  }

  private Optional<RunArm> answered(ArmViewModel pane, List<ActiveRun> runs, Run run) {
    for (ActiveRun each : runs) {
      Optional<RunArm> arm = each.recorded(pane);
      if (arm.isPresent()) {
        answeredIn.put(pane, run.id());
        return arm.map(recorded -> reading(pane, recorded, each.prompt()));
      }
    }
    return Optional.empty();
  }

  /** The answer of an unsteered pane that these runs would only have repeated. */
  private Optional<RunArm> kept(ArmViewModel pane, Run run) {
    Run before = pane.runProperty().get();
    RunArm arm = pane.recordedProperty().get();
    String origin = answeredIn.get(pane);
    if (before == null || arm == null || origin == null || !arm.steerings().isEmpty()) {
      return Optional.empty();
    }
    RunPrompt own =
        isPromptOnly(pane) ? before.arm(CONCISE).map(RunArm::prompt).orElse(null) : null;
    return Optional.of(reading(pane, arm, own).keptFrom(origin));
  }

  private RunArm reading(ArmViewModel pane, RunArm arm, @Nullable RunPrompt prompt) {
    return isPromptOnly(pane) && prompt != null ? arm.named(CONCISE).reading(prompt) : arm;
  }

  private boolean isPromptOnly(ArmViewModel pane) {
    return arms.promptOnly().filter(pane::equals).isPresent();
  }

  /** Forgets panes that are no longer there. */
  void keepOnlyWhatIsShown() {
    answeredIn.keySet().retainAll(arms.all());
  }

  /** The run that ended last; null before the first. */
  ReadOnlyObjectProperty<@Nullable Run> lastProperty() {
    return last.getReadOnlyProperty();
  }
}
