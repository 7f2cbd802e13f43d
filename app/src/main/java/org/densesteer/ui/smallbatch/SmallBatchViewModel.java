package org.densesteer.ui.smallbatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Latest;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.smallbatch.BatchPair;
import org.densesteer.evaluation.smallbatch.SmallBatch;
import org.densesteer.evaluation.smallbatch.SmallBatchRunner;
import org.densesteer.evaluation.smallbatch.SmallBatchText;
import org.densesteer.generation.Sampling;
import org.densesteer.notebook.RunDecoding;
import org.densesteer.notebook.RunSteering;
import org.densesteer.notebook.RunWords;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.steering.EngineStripModel;
import org.densesteer.ui.steering.SteeringViewModel;
import org.jspecify.annotations.Nullable;

/** Some problems of the set at the present setting. Used on the window's thread. */
final class SmallBatchViewModel {

  /** All that a batch is made with. */
  private record Setup(
      RunEngine engine,
      ChatFrame frame,
      List<Steering> steerings,
      Sampling sampling,
      int maxTokens,
      List<Problem> problems,
      int first) {}

  private final ModelViewModel models;
  private final PromptViewModel prompts;
  private final SteeringViewModel steering;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Executor windowThread;
  private final Runnable run;
  private final ReadOnlyObjectWrapper<@Nullable SmallBatchText> result =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final Latest latest = new Latest();
  private Cancellation underWay = new Cancellation();
  private @Nullable ProblemSet ofResult;

  /**
   * Nothing is answered yet.
   *
   * @param run answers the present question in the panes
   */
  SmallBatchViewModel(
      ModelViewModel models,
      PromptViewModel prompts,
      SteeringViewModel steering,
      TaskRunner tasks,
      Notices notices,
      Executor windowThread,
      Runnable run) {
    this.models = models;
    this.prompts = prompts;
    this.steering = steering;
    this.tasks = tasks;
    this.notices = notices;
    this.windowThread = windowThread;
    this.run = run;
  }

  private Optional<String> obstacle() {
    if (models.engineProperty().get() == null) {
      return Optional.of("No model is loaded; choose one in the model menu.");
    }
    if (prompts.problemsProperty().get() == null) {
      return Optional.of("No problems are open; choose a set in the prompt panel.");
    }
    if (steering.misfit().isPresent()) {
      return steering.misfit();
    }
    return steering.steerings().isEmpty()
        ? Optional.of("No vector is in use, so there is nothing to compare the baseline with.")
        : Optional.empty();
  }

  /** Why no batch can start; empty when one can. */
  ObservableValue<String> obstacleProperty() {
    return Bindings.createStringBinding(
        () -> obstacle().orElse(""),
        models.engineProperty(),
        prompts.problemsProperty(),
        steering.stateProperty(),
        steering.vectorProperty());
  }

  /**
   * Answers problems, in the background.
   *
   * @param count how many, from the problem shown on; 0 for the whole set
   */
  void start(int count) {
    Optional<String> obstacle = obstacle();
    Optional<ChatFrame> frame =
        obstacle.isEmpty() ? prompts.frameOrSay() : Optional.<ChatFrame>empty();
    obstacle.map(Notice::error).ifPresent(notices::show);
    RunEngine engine = models.engineProperty().get();
    ProblemSet set = prompts.problemsProperty().get();
    if (frame.isEmpty() || engine == null || set == null) {
      return;
    }
    int first = count == 0 ? 0 : Math.max(0, prompts.indexProperty().get());
    int end = count == 0 ? set.size() : Math.min(set.size(), first + count);
    Setup setup =
        new Setup(
            engine,
            frame.get(),
            steering.steerings(),
            prompts.decoding().sampling(),
            prompts.decoding().maxTokensProperty().get(),
            set.problems().subList(first, end),
            first);
    begin(setup, set);
  }

  private void begin(Setup setup, ProblemSet set) {
    cancel();
    Latest.Turn turn = latest.start();
    String words = words(setup, set);
    ofResult = set;
    result.set(null);
    busy.set(true);
    underWay =
        tasks.start(
            Texts.of("%d problems at this setting", setup.problems().size()),
            (progress, cancellation) ->
                answered(
                    setup,
                    progress,
                    batch -> windowThread.execute(() -> show(turn, batch, words)),
                    cancellation),
            turn.only(
                batch -> {
                  busy.set(false);
                  result.set(new SmallBatchText(batch, words));
                }),
            turn.only(
                failure -> {
                  busy.set(false);
                  notices.fail(failure);
                }));
  }

  private void show(Latest.Turn turn, SmallBatch batch, String words) {
    if (turn.current() && busy.get()) {
      result.set(new SmallBatchText(batch, words));
    }
  }

  private static SmallBatch answered(
      Setup setup, Progress progress, Consumer<SmallBatch> soFar, Cancellation cancellation) {
    List<SmallBatchRunner.Asked> asked = new ArrayList<>();
    for (int i = 0; i < setup.problems().size(); i++) {
      cancellation.check();
      Problem problem = setup.problems().get(i);
      asked.add(
          new SmallBatchRunner.Asked(
              setup.first() + i,
              problem,
              setup.engine().chatPrompt(setup.frame(), problem.question())));
    }
    return new SmallBatchRunner(
            new EngineStripModel(setup.engine()),
            setup.steerings(),
            setup.sampling(),
            setup.maxTokens())
        .run(asked, progress, soFar, cancellation);
  }

  /** What a batch was made with: {@code Problems 1 to 10 of svamp · v at layer 5, λ 0.4 · …}. */
  private static String words(Setup setup, ProblemSet set) {
    return Texts.of(
        "Problems %d to %d of %s · %s · %s · %s, %s (%s)",
        setup.first() + 1,
        setup.first() + setup.problems().size(),
        set.name(),
        RunSteering.all(setup.steerings()).stream()
            .map(RunWords::steering)
            .collect(Collectors.joining("; ")),
        RunWords.decoding(RunDecoding.of(setup.sampling(), setup.maxTokens(), false)),
        setup.engine().info().name(),
        setup.engine().info().precision(),
        setup.engine().info().fingerprint());
  }

  /** Stops it; what has come stays. */
  void cancel() {
    underWay.request();
  }

  /** Answers a problem of the table in the panes; false when its set is no longer open. */
  boolean take(BatchPair pair) {
    ProblemSet now = prompts.problemsProperty().get();
    if (now == null || !now.equals(ofResult)) {
      notices.show(Notice.warning("The problems of this table are no longer open."));
      return false;
    }
    prompts.show(pair.place());
    run.run();
    return true;
  }

  /** How many problems are left from the one shown on; 0 while none are open. */
  int left() {
    ProblemSet set = prompts.problemsProperty().get();
    return set == null ? 0 : set.size() - Math.max(0, prompts.indexProperty().get());
  }

  /** How many the set has. */
  int all() {
    ProblemSet set = prompts.problemsProperty().get();
    return set == null ? 0 : set.size();
  }

  /** Choices of how many to ask: some from the one shown on, and 0 for all of the set. */
  List<Integer> choices() {
    List<Integer> counts =
        new ArrayList<>(IntStream.of(5, 10, 20, 50).filter(n -> n < left()).boxed().toList());
    if (left() > 0 && left() < all()) {
      counts.add(left());
    }
    counts.add(0);
    return counts;
  }

  /** What has come so far; null before anything has. */
  ReadOnlyObjectProperty<@Nullable SmallBatchText> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Whether one is under way. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
