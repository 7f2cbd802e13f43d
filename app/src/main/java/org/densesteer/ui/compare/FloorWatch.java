package org.densesteer.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Latest;
import org.densesteer.evaluation.strip.StripQuestion;
import org.densesteer.evaluation.strip.StripRunner;
import org.densesteer.evaluation.strip.StripSteering;
import org.densesteer.generation.Arm;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.WordShift;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunFloor;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.steering.EngineStripModel;
import org.densesteer.ui.trace.ArmViewModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The floor: behind every steered run three random directions of equal push answer the same
 * question, unseen, in a batch of their own, so that they do not slow down what is looked at. What
 * they did stays while layer, push, positions, operator, question and decoding do.
 */
final class FloorWatch {

  private static final Logger LOG = LoggerFactory.getLogger(FloorWatch.class);

  /** Three, as strips have: a hint, since one in four effects of no use is beyond them. */
  private static final List<Long> SEEDS = StripRunner.seeds(3, 1);

  /**
   * What the answers of random directions depend on: of a vector only its length matters, and what
   * is told of them, the tokens that the steered answer shifted.
   */
  private record Subject(RunSetup setup, List<Push> pushes, List<Integer> words) {}

  private record Push(int layer, double size, Positions positions, Operator operator, Gate gate) {
    static Push of(Steering steering) {
      return new Push(
          steering.layer(),
          steering.strength() * steering.vector().norm(steering.layer()),
          steering.positions(),
          steering.operator(),
          steering.gate());
    }
  }

  private final ArmViewModel baseline;
  private final ArmViewModel steered;
  private final TaskRunner tasks;
  private final Executor windowThread;
  private final ObservableValue<Boolean> wanted;
  private final ReadOnlyObjectWrapper<@Nullable Run> last = new ReadOnlyObjectWrapper<>();
  private final Latest latest = new Latest();
  private Cancellation underWay = new Cancellation();
  private @Nullable Subject known;
  private @Nullable RunFloor floor;

  /**
   * Watches nothing yet.
   *
   * @param wanted whether there is to be a floor
   */
  FloorWatch(
      ComparedArms arms, TaskRunner tasks, Executor windowThread, ObservableValue<Boolean> wanted) {
    baseline = arms.baseline();
    steered = arms.steered();
    this.tasks = tasks;
    this.windowThread = windowThread;
    this.wanted = wanted;
    wanted.subscribe(
        now -> {
          steered.expectFloor(now);
          if (!now) {
            leave();
            steered.standOn(null);
          }
        });
  }

  /** No longer waits for what is under way. */
  void leave() {
    latest.forget();
    underWay.request();
  }

  /** Looks at a run that has just ended and is recorded. */
  void after(ActiveRun ended, Run run) {
    leave();
    Optional<Arm> arm = ended.armOf(steered);
    Prompt prompt = ended.rendered();
    if (!wanted.getValue()
        || prompt == null
        || arm.isEmpty()
        || !isFor(run, arm.get().steerings())) {
      return;
    }
    List<Steering> steerings = arm.get().steerings();
    List<Integer> words = words(run);
    Subject subject = new Subject(ended.setup(), steerings.stream().map(Push::of).toList(), words);
    RunFloor before = floor;
    if (subject.equals(known) && before != null) {
      take(run, before);
      return;
    }
    Consumer<RunFloor> taker =
        latest
            .start()
            .only(
                made -> {
                  known = subject;
                  floor = made;
                  take(run, made);
                });
    Cancellation cancellation = new Cancellation();
    underWay = cancellation;
    tasks.quietly(() -> make(ended, prompt, steerings, words, taker, cancellation));
  }

  /** A strength that was changed on the way is no one push, and an ablation none at all. */
  private static boolean isFor(Run run, List<Steering> steerings) {
    return run.arm(Arm.STEERED).filter(arm -> arm.changes().isEmpty()).isPresent()
        && steerings.stream().anyMatch(Steering::active)
        && steerings.stream().noneMatch(each -> each.operator() == Operator.ABLATE);
  }

  /** The tokens that the steered answer lifted and suppressed, in the order of their ids. */
  private static List<Integer> words(Run run) {
    return run.arm(Arm.STEERED).stream()
        .flatMap(arm -> arm.words().shifts().stream())
        .map(WordShift::tokenId)
        .sorted()
        .toList();
  }

  private void make(
      ActiveRun ended,
      Prompt prompt,
      List<Steering> steerings,
      List<Integer> words,
      Consumer<RunFloor> taker,
      Cancellation cancellation) {
    RunSetup setup = ended.setup();
    try {
      StripRunner runner =
          new StripRunner(
              new EngineStripModel(setup.engine()),
              new StripSteering(
                  steerings.get(0).vector(),
                  steerings.get(0).positions(),
                  steerings.get(0).operator()),
              List.of(new StripQuestion(prompt, ended.gold())),
              setup.sampling(),
              setup.maxTokens());
      RunFloor made = RunFloor.of(runner.floor(steerings, SEEDS, words, cancellation));
      windowThread.execute(() -> taker.accept(made));
    } catch (CancellationException e) {
      // Another run has taken its place.
    } catch (RuntimeException e) {
      LOG.warn("The random directions beside a run did not answer.", e);
    }
  }

  private void take(Run run, RunFloor made) {
    Run whole = run.on(made);
    steered.standOn(made);
    if (steered.runProperty().get() == run) {
      steered.belongTo(whole);
      baseline.belongTo(whole);
    }
    last.set(whole);
  }

  /** The run that got its floor last; null before the first. */
  ReadOnlyObjectProperty<@Nullable Run> lastProperty() {
    return last.getReadOnlyProperty();
  }
}
