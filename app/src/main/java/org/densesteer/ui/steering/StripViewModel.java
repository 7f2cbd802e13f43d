package org.densesteer.ui.steering;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Latest;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.strip.Strip;
import org.densesteer.evaluation.strip.StripCell;
import org.densesteer.evaluation.strip.StripQuestion;
import org.densesteer.evaluation.strip.StripRunner;
import org.densesteer.evaluation.strip.StripSteering;
import org.densesteer.generation.Sampling;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Push;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.PromptViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The present question at every layer, or every strength, in one batch. What was found is forgotten
 * when the model, the vector, the question or anything else that it was made with changes. Used on
 * the window's thread.
 */
final class StripViewModel {

  /** Push of a strip over layers while the strength is 0. */
  private static final double USUAL_PUSH = 0.5;

  /** Strengths on either side of 0. */
  private static final int SIDE = 5;

  private static final int RANDOM_DIRECTIONS = 3;
  private static final long FIRST_SEED = 1;

  /** All that a strip is made with, except the place that it goes over. */
  private record Subject(
      RunEngine engine,
      Steering steering,
      String question,
      String system,
      String variables,
      Sampling sampling,
      int maxTokens,
      int layer) {}

  private final StripAcross across;
  private final ModelViewModel models;
  private final PromptViewModel prompts;
  private final SteeringViewModel steering;
  private final TaskRunner tasks;
  private final Notices notices;
  private final ObjectBinding<@Nullable Subject> subject;
  private final ObservableValue<Boolean> ready;
  private final ReadOnlyObjectWrapper<@Nullable Strip> strip = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final Latest latest = new Latest();
  private Cancellation underWay = new Cancellation();

  StripViewModel(
      StripAcross across,
      ModelViewModel models,
      PromptViewModel prompts,
      SteeringViewModel steering,
      TaskRunner tasks,
      Notices notices) {
    this.across = across;
    this.models = models;
    this.prompts = prompts;
    this.steering = steering;
    this.tasks = tasks;
    this.notices = notices;
    subject =
        Bindings.createObjectBinding(
            this::subject,
            models.engineProperty(),
            steering.stateProperty(),
            prompts.questionProperty(),
            prompts.systemProperty(),
            prompts.variables().textProperty(),
            prompts.decoding().sampledProperty(),
            prompts.decoding().temperatureProperty(),
            prompts.decoding().topKProperty(),
            prompts.decoding().topPProperty(),
            prompts.decoding().penalisedProperty(),
            prompts.decoding().checkpointProperty(),
            prompts.decoding().seedProperty(),
            prompts.decoding().maxTokensProperty());
    ready = subject.map(now -> true).orElse(false);
    subject.subscribe((before, now) -> forget());
  }

  /** What a strip would be made with now; null where none can be made. */
  private @Nullable Subject subject() {
    RunEngine engine = models.engineProperty().get();
    Optional<Steering> present = steering.steering();
    if (engine == null
        || present.isEmpty()
        || present.get().operator() == Operator.ABLATE
        || steering.misfit().isPresent()
        || prompts.questionProperty().get().isBlank()) {
      return null;
    }
    Steering one = present.get();
    return new Subject(
        engine,
        // Strength and layer are what the strip goes over; a move along them leaves it as it is.
        new Steering(one.vector(), 0, 1, one.positions(), one.operator(), one.gate()),
        prompts.questionProperty().get(),
        prompts.systemProperty().get(),
        prompts.variables().textProperty().get(),
        prompts.decoding().sampling(),
        prompts.decoding().maxTokensProperty().get(),
        across == StripAcross.STRENGTHS ? one.layer() : -1);
  }

  private void forget() {
    cancel();
    strip.set(null);
  }

  /** Makes the strip, or stops the one that is being made; says why none can be made. */
  void toggle() {
    if (busy.get()) {
      cancel();
    } else if (subject.get() != null) {
      run();
    } else {
      notices.show(
          Notice.warning(
              "A strip needs a model, a question, and a vector of the model's width whose operator"
                  + " has a strength."));
    }
  }

  /** Makes the strip, in the background. */
  void run() {
    Subject now = subject.get();
    Optional<ChatFrame> frame = now == null ? Optional.empty() : prompts.frameOrSay();
    if (now == null || frame.isEmpty()) {
      return;
    }
    cancel();
    Latest.Turn turn = latest.start();
    AnswerChecker gold = prompts.problem().map(Problem::checker).orElse(null);
    double push = push();
    busy.set(true);
    underWay =
        tasks.start(
            "Strip of " + across.words(),
            (progress, cancellation) -> made(now, frame.get(), gold, push, cancellation),
            turn.only(
                result -> {
                  busy.set(false);
                  strip.set(result);
                }),
            turn.only(
                failure -> {
                  busy.set(false);
                  notices.fail(failure);
                }));
  }

  private double push() {
    double strength = steering.stateProperty().get().strength();
    double present = steering.scaleProperty().get().push(strength);
    return present > 0 ? Math.copySign(present, strength) : USUAL_PUSH;
  }

  private Strip made(
      Subject now,
      ChatFrame frame,
      @Nullable AnswerChecker gold,
      double push,
      Cancellation cancellation) {
    StripSteering vector =
        new StripSteering(
            now.steering().vector(),
            now.steering().positions(),
            now.steering().operator(),
            now.steering().gate());
    StripRunner runner =
        new StripRunner(
            new EngineStripModel(now.engine()),
            vector,
            List.of(new StripQuestion(now.engine().chatPrompt(frame, now.question()), gold)),
            now.sampling(),
            now.maxTokens());
    double[] norms = runner.hiddenNorms();
    List<StripCell> cells =
        across == StripAcross.LAYERS
            ? vector.atPush(vector.allLayers(norms.length), push, norms)
            : vector.atLayer(now.layer(), strengths(vector.vector(), now.layer(), norms), norms);
    return runner.run(cells, StripRunner.seeds(RANDOM_DIRECTIONS, FIRST_SEED), cancellation);
  }

  /** From a push of −100 % to one of 100 %: the slider's range. */
  private static List<Double> strengths(SteeringVector vector, int layer, double[] norms) {
    double limit = Push.strength(1, vector.norm(layer), norms[layer]);
    return IntStream.rangeClosed(-SIDE, SIDE).mapToObj(i -> i * limit / SIDE).toList();
  }

  /** Stops what is under way. */
  void cancel() {
    latest.forget();
    underWay.request();
    busy.set(false);
  }

  /** Goes to where a bar stands. */
  void take(StripCell cell) {
    steering.place(cell.layer(), cell.strength());
  }

  /** What its bars stand for. */
  StripAcross across() {
    return across;
  }

  /** The strip; null while there is none for what stands in the panels. */
  ReadOnlyObjectProperty<@Nullable Strip> stripProperty() {
    return strip.getReadOnlyProperty();
  }

  /** Whether one is being made. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether one can be made. */
  ObservableValue<Boolean> readyProperty() {
    return ready;
  }

  /** What the panels say. */
  SteeringViewModel steering() {
    return steering;
  }
}
