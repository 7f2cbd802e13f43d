package org.densesteer.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.generation.TokenEvent;
import org.densesteer.model.Precision;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.ui.Samples;
import org.densesteer.ui.common.HandPulses;
import org.densesteer.ui.common.HandTimers;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.SessionEngine;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.OpenedVector;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorChoices;
import org.densesteer.ui.trace.ArmViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A baseline that is kept, beside what the sample model says when it is asked anew. */
class KeptBaselineTest {

  private static final int SLIDER_REST = 250;

  private final Settings settings = new Settings();
  private final SameThreadTasks tasks = new SameThreadTasks();
  private final Notices notices = new Notices();
  private final HandTimers timers = new HandTimers();
  private final HandPulses pulses = new HandPulses();
  private final ModelViewModel models =
      new ModelViewModel(
          SessionEngine.opener(() -> Precision.AUTO),
          EmbeddedFiles::sampleModel,
          tasks,
          notices,
          settings);
  private final SteeringViewModel steering = new SteeringViewModel(models, settings);
  private final VectorChoices vectors =
      new VectorChoices(
          source ->
              new OpenedVector(VectorFiles.read(EmbeddedFiles.sampleVector()).vector(), List.of()),
          steering,
          tasks,
          notices,
          settings);
  private final PromptViewModel prompts =
      new PromptViewModel(source -> Samples.problems(), tasks, notices, settings);
  private final CompareViewModel compare =
      new CompareViewModel(
          models, prompts, steering, tasks, notices, pulses, timers, Runnable::run);

  @BeforeEach
  void open() {
    prompts.restore();
    vectors.open(Source.SAMPLE_VECTOR);
    models.open(Source.SAMPLE_MODEL);
    prompts.decoding().sampledProperty().set(true);
    prompts.decoding().temperatureProperty().set(1.5);
    prompts.decoding().topPProperty().set(1);
    prompts.decoding().seedProperty().set(3);
    prompts.decoding().maxTokensProperty().set(60);
  }

  @AfterEach
  void close() {
    models.close();
  }

  private void await() {
    long end = System.nanoTime() + 60_000_000_000L;
    while (compare.runningProperty().get()) {
      assertTrue(System.nanoTime() < end, "the run does not end");
      LockSupport.parkNanos(2_000_000);
      pulses.pulse();
    }
  }

  private List<Integer> tokens(int arm) {
    ArmViewModel pane = compare.arms().get(arm);
    return pane.response().tokens().stream().map(TokenEvent::tokenId).toList();
  }

  @Test
  void aSampledBaselineIsWhatAFreshRunWouldSayWhateverStandsBesideIt() {
    compare.run();
    await();
    List<Integer> kept = tokens(0);
    assertTrue(kept.size() > 20, kept::toString);
    steering.setStrength(steering.stateProperty().get().strength() * 2);
    assertTrue(timers.elapse(SLIDER_REST));
    await();
    compare.extras().addDraw(PlaceboKind.RANDOM);
    await();
    assertEquals(kept, tokens(0));
    compare.run();
    await();
    assertEquals(kept, tokens(0));
    prompts.decoding().seedProperty().set(4);
    compare.run();
    await();
    assertNotEquals(kept, tokens(0));
  }
}
