package org.densesteer.ui.choice;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Latest;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.strip.LogOdds;
import org.densesteer.evaluation.strip.StripCell;
import org.densesteer.evaluation.strip.StripRunner;
import org.densesteer.evaluation.strip.StripSteering;
import org.densesteer.generation.Prompt;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Push;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.steering.SteeringViewModel;
import org.jspecify.annotations.Nullable;

/** Two continuations of the present question at the present layer. Used on the window's thread. */
final class ChoiceViewModel {

  /** Strengths on either side of 0. */
  private static final int SIDE = 4;

  private static final int RANDOM_DIRECTIONS = 3;

  private final ModelViewModel models;
  private final PromptViewModel prompts;
  private final SteeringViewModel steering;
  private final TaskRunner tasks;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<@Nullable ChoiceResult> result =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final Latest latest = new Latest();
  private Cancellation underWay = new Cancellation();

  ChoiceViewModel(
      ModelViewModel models,
      PromptViewModel prompts,
      SteeringViewModel steering,
      TaskRunner tasks,
      Notices notices) {
    this.models = models;
    this.prompts = prompts;
    this.steering = steering;
    this.tasks = tasks;
    this.notices = notices;
  }

  /** Why no test can be made; empty when one can. */
  Optional<String> obstacle() {
    if (models.engineProperty().get() == null) {
      return Optional.of("No model is loaded; choose one in the model menu.");
    }
    Optional<Steering> one = steering.steering();
    if (one.isEmpty() || one.get().operator() == Operator.ABLATE) {
      return Optional.of("Choose a vector, with an operator that has a strength.");
    }
    if (steering.misfit().isPresent()) {
      return steering.misfit();
    }
    return prompts.questionProperty().get().isBlank()
        ? Optional.of("The question is empty; type one or choose a problem.")
        : Optional.empty();
  }

  /** Scores both, in the background. */
  void run(String first, String second) {
    Optional<String> obstacle = obstacle();
    obstacle.map(Notice::error).ifPresent(notices::show);
    RunEngine engine = models.engineProperty().get();
    Optional<ChatFrame> frame =
        obstacle.isEmpty() ? prompts.frameOrSay() : Optional.<ChatFrame>empty();
    if (engine == null || frame.isEmpty()) {
      return;
    }
    cancel();
    Steering one = steering.steering().orElseThrow();
    String question = prompts.questionProperty().get();
    Latest.Turn turn = latest.start();
    busy.set(true);
    underWay =
        tasks.start(
            "Two-choice test",
            (progress, cancellation) ->
                made(engine, frame.get(), question, first, second, one, progress, cancellation),
            turn.only(
                made -> {
                  busy.set(false);
                  result.set(made);
                }),
            turn.only(
                failure -> {
                  busy.set(false);
                  notices.fail(failure);
                }));
  }

  private static ChoiceResult made(
      RunEngine engine,
      ChatFrame frame,
      String question,
      String first,
      String second,
      Steering one,
      Progress progress,
      Cancellation cancellation) {
    Prompt prompt = engine.chatPrompt(frame, question);
    LogOdds.Choice choice = new LogOdds.Choice(prompt, engine.encode(first), engine.encode(second));
    StripSteering vector = new StripSteering(one.vector(), one.positions(), one.operator());
    double[] norms = engine.readPrompt(prompt).join().hiddenNorms();
    double limit = Push.strength(1, one.vector().norm(one.layer()), norms[one.layer()]);
    List<StripCell> cells =
        vector.atLayer(
            one.layer(),
            IntStream.rangeClosed(-SIDE, SIDE).mapToObj(i -> i * limit / SIDE).toList(),
            norms);
    double passes = 2.0 * (1 + cells.size() + RANDOM_DIRECTIONS * (cells.size() - 1));
    int[] done = {0};
    LogOdds odds =
        LogOdds.of(
            (ids, steerings) -> {
              cancellation.check();
              progress.update("Scoring", Math.min(1, done[0]++ / passes));
              return joined(engine, prompt, ids, steerings);
            },
            choice,
            vector,
            cells,
            StripRunner.seeds(RANDOM_DIRECTIONS, 1));
    return new ChoiceResult(
        odds,
        first,
        second,
        new ChoiceOrigin(engine.info(), frame, question, first, second, one, cells).origin());
  }

  private static double joined(
      RunEngine engine, Prompt prompt, int[] ids, List<Steering> steerings) {
    try {
      return engine.logProbability(prompt, ids, steerings).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Stops it. */
  void cancel() {
    latest.forget();
    underWay.request();
    busy.set(false);
  }

  /** What the last test showed; null before the first. */
  ReadOnlyObjectProperty<@Nullable ChoiceResult> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Whether one is under way. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
