package org.densesteer.ui.compare;

import java.util.List;
import java.util.Optional;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.steering.Fit;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.SteeringViewModel;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs, and whether it is there.
 *
 * @param models the model that answers
 * @param prompts what is asked
 * @param vectors what is added
 */
record RunConditions(ModelViewModel models, PromptViewModel prompts, SteeringViewModel vectors) {

  /** Why no run can start now; empty when one can. */
  Optional<Notice> obstacle() {
    if (models.engineProperty().get() == null) {
      Source wanted = models.sourceProperty().get();
      return Optional.of(
          Notice.error("No model is loaded; choose one in the model menu.")
              .with("Load " + wanted.name(), () -> models.open(wanted)));
    }
    if (prompts.questionProperty().get().isBlank()) {
      return Optional.of(
          Notice.error("The question is empty; type one or choose a problem, then run again."));
    }
    String fault = prompts.variables().faultProperty().get();
    return fault.isEmpty() ? Optional.empty() : Optional.of(Notice.error(fault));
  }

  /** What a person should know of the run that starts now; empty when it is as asked for. */
  Optional<Notice> caution(ComparedArms arms) {
    return vectors
        .misfit()
        .map(sentence -> sentence + " Until then only the baseline runs.")
        .or(() -> misfit(arms).map(sentence -> sentence + " Until then its arm is left out."))
        .map(Notice::warning);
  }

  /** Why the vector of an arm with settings of its own does not fit the model. */
  private Optional<String> misfit(ComparedArms arms) {
    return arms.extras().list().stream()
        .flatMap(extra -> extra.kind() instanceof SetArm own ? misfit(own).stream() : null)
        .findFirst();
  }

  private Optional<String> misfit(SetArm own) {
    RunEngine engine = models.engineProperty().get();
    return engine == null ? Optional.empty() : Fit.obstacle(own.vector().vector(), engine.info());
  }

  /** The arms that the vectors make; none while one of them does not fit the model. */
  List<ShownArm> steered(ComparedArms arms) {
    return vectors.misfit().isPresent()
        ? List.of()
        : arms.steeredBy(
            vectors.stateProperty().get(),
            prompts.decoding().seedProperty().get(),
            own -> misfit(own).isEmpty());
  }

  /** What all arms of a run share. */
  RunSetup setup() {
    RunEngine engine = models.engineProperty().get();
    if (engine == null) {
      throw new IllegalStateException("A run needs a model.");
    }
    return new RunSetup(
        engine,
        models.sourceInUse().key(),
        prompts.frame(),
        prompts.questionProperty().get(),
        prompts.decoding().sampling(),
        prompts.decoding().maxTokensProperty().get());
  }

  /** Checks answers to the question; null when no gold answer is known. */
  @Nullable AnswerChecker gold() {
    return prompts.problem().map(Problem::checker).orElse(null);
  }
}
