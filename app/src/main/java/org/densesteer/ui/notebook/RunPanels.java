package org.densesteer.ui.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.SweepSubject;
import org.densesteer.generation.Arm;
import org.densesteer.generation.Sampling;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunGate;
import org.densesteer.notebook.RunSteering;
import org.densesteer.notebook.RunVector;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.DecodingViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorInUse;

/**
 * Sets the panels to what a run was made with.
 *
 * @param models the model in use
 * @param prompts what is asked
 * @param steering what is added
 * @param arms puts the run's further arms beside the two, and tells how many it cannot put there
 * @param notices where it is said what could not be set
 */
public record RunPanels(
    ModelViewModel models,
    PromptViewModel prompts,
    SteeringViewModel steering,
    ToIntFunction<Run> arms,
    Notices notices) {

  /** Sets what can be set, and says what cannot. */
  void set(Run run) {
    prompts.questionProperty().set(run.prompt().question());
    prompts.systemProperty().set(run.prompt().system() == null ? "" : run.prompt().system());
    prompts.variables().textProperty().set(run.prompt().variables().json());
    set(prompts.decoding(), run);
    List<String> missing = new ArrayList<>();
    RunEngine engine = models.engineProperty().get();
    if (engine == null || !engine.info().fingerprint().equals(run.model().fingerprint())) {
      missing.add(Texts.of("its model %s is not the one in use", run.model().id()));
    }
    run.arm(Arm.STEERED).ifPresent(arm -> set(arm.steerings(), missing));
    int without = arms.applyAsInt(run);
    if (without > 0) {
      missing.add(
          Texts.of(
              "%d of its arms cannot be put there again, whose vectors are not the one in use",
              without));
    }
    notices.show(
        missing.isEmpty()
            ? Notice.info("The panels are set to the run; Run (Ctrl+Enter) makes it again.")
            : Notice.warning(
                "The panels are set to the run as far as can be: "
                    + String.join("; ", missing)
                    + "."));
  }

  private static void set(DecodingViewModel decoding, Run run) {
    Sampling sampling = run.decoding().sampling();
    decoding.sampledProperty().set(!sampling.greedy());
    if (!sampling.greedy()) {
      decoding.temperatureProperty().set(sampling.temperature());
      decoding.topKProperty().set(sampling.topK());
      decoding.topPProperty().set(sampling.topP());
    }
    decoding.penalisedProperty().set(sampling.repetitionPenalty() != 1);
    decoding.seedProperty().set(sampling.seed());
    decoding.maxTokensProperty().set(run.decoding().maxTokens());
  }

  private void set(List<RunSteering> steerings, List<String> missing) {
    VectorInUse inUse = steering.vectorProperty().getValue();
    if (steerings.size() != 1) {
      missing.add("its mix of vectors is left as it is");
      return;
    }
    RunSteering only = steerings.get(0);
    if (inUse == null || !SweepSubject.fingerprint(inUse.vector()).equals(only.vectorHash())) {
      missing.add(Texts.of("its vector %s is not the one in use", only.vector()));
      return;
    }
    steering.useAlone(
        inUse,
        new Steering(
            inUse.vector(),
            only.layer(),
            only.strength(),
            only.positions(),
            only.operator(),
            gate(only.gate(), missing)));
  }

  /** The run's gate, unless its probe is none of the vectors in the panel. */
  private Gate gate(RunGate recorded, List<String> missing) {
    RunVector probe = recorded.probe();
    Optional<VectorInUse> found =
        steering.stateProperty().get().vectors().stream()
            .filter(
                each ->
                    probe != null && SweepSubject.fingerprint(each.vector()).equals(probe.hash()))
            .findFirst();
    if (probe == null || found.isPresent()) {
      return recorded.gate(named -> found.orElseThrow().vector());
    }
    missing.add(
        Texts.of(
            "the probe %s of its gate is not at hand, so the strength is constant", probe.name()));
    return Gate.CONSTANT;
  }
}
