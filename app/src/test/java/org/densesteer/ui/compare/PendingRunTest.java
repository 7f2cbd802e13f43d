package org.densesteer.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.common.HandPulses;
import org.densesteer.ui.common.HandTimers;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.OpenedVector;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorChoices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Run pressed before the model has come. */
class PendingRunTest {

  private static final int SLIDER_REST = 250;

  private final Settings settings = new Settings();
  private final SameThreadTasks tasks = new SameThreadTasks();
  private final Notices notices = new Notices();
  private final HandTimers timers = new HandTimers();
  private final List<ScriptedEngine> made = new ArrayList<>();
  private final ModelViewModel models =
      new ModelViewModel(this::engine, () -> Path.of("/sample"), tasks, notices, settings);
  private final SteeringViewModel steering = new SteeringViewModel(models, settings);
  private final VectorChoices vectors =
      new VectorChoices(
          source -> new OpenedVector(Samples.vector(6, 192), List.of()),
          steering,
          tasks,
          notices,
          settings);
  private final PromptViewModel prompts =
      new PromptViewModel(source -> Samples.problems(), tasks, notices, settings);
  private final CompareViewModel compare =
      new CompareViewModel(
          models, prompts, steering, tasks, notices, new HandPulses(), timers, Runnable::run);

  private ScriptedEngine engine(Path folder, Progress progress, Cancellation cancellation) {
    cancellation.check();
    if (folder.endsWith("broken")) {
      throw new FaultException("The folder /broken has no config.json.");
    }
    made.add(new ScriptedEngine(192, 6, 0));
    return made.get(made.size() - 1);
  }

  @BeforeEach
  void open() {
    prompts.restore();
    vectors.open(Source.SAMPLE_VECTOR);
    tasks.hold();
  }

  @Test
  void runsAsSoonAsTheModelIsThere() {
    models.open(Source.SAMPLE_MODEL);
    compare.run();
    assertTrue(compare.waitingProperty().get());
    assertFalse(compare.runningProperty().get());
    tasks.release();
    assertFalse(compare.waitingProperty().get());
    assertTrue(compare.runningProperty().get());
    assertEquals(1, made.get(0).requests.size());
  }

  @Test
  void pressedTwiceItStillRunsOnce() {
    models.open(Source.SAMPLE_MODEL);
    compare.run();
    compare.run();
    tasks.release();
    assertEquals(1, made.get(0).requests.size());
  }

  @Test
  void stoppedItWaitsNoLonger() {
    models.open(Source.SAMPLE_MODEL);
    compare.run();
    compare.stop();
    assertFalse(compare.waitingProperty().get());
    tasks.release();
    assertTrue(made.get(0).requests.isEmpty());
  }

  @Test
  void aModelThatFailsEndsTheWaitWithItsSentenceAlone() {
    models.open(Source.model(Path.of("/broken")));
    compare.run();
    tasks.release();
    assertFalse(compare.waitingProperty().get());
    assertNotNull(notices.shownProperty().get());
    assertEquals(
        "The folder /broken has no config.json.", notices.shownProperty().get().sentence());
  }

  @Test
  void theModelFromBeforeIsNotRunInPlaceOfOneThatFailed() {
    tasks.release();
    models.open(Source.SAMPLE_MODEL);
    tasks.hold();
    models.open(Source.model(Path.of("/broken")));
    compare.run();
    tasks.release();
    assertFalse(compare.waitingProperty().get());
    assertTrue(made.get(0).requests.isEmpty());
  }

  @Test
  void asksTheModelThatComesAndNotTheOneThatGoes() {
    tasks.release();
    models.open(Source.SAMPLE_MODEL);
    tasks.hold();
    models.open(Source.model(Path.of("/other")));
    compare.run();
    steering.setStrength(1.5);
    timers.elapse(SLIDER_REST);
    assertTrue(made.get(0).requests.isEmpty());
    tasks.release();
    assertEquals(1, made.get(1).requests.size());
    assertEquals(
        1.5, made.get(1).requests.get(0).arms().get(1).steerings().get(0).strength(), 1e-9);
  }
}
