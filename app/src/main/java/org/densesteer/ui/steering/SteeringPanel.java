package org.densesteer.ui.steering;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import org.densesteer.evaluation.results.SafeBands;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;

/**
 * The parts of the steering panel.
 *
 * @param steering which vector works where, how strongly and how
 * @param vectors the vectors to choose from
 * @param mixer the vectors beside the one in use
 * @param safe what sweeps found
 * @param strips the question at every layer and strength
 */
public record SteeringPanel(
    SteeringViewModel steering,
    VectorChoices vectors,
    MixerViewModel mixer,
    SafeBandViewModel safe,
    Strips strips) {

  /**
   * Makes the parts.
   *
   * @param reader reads a vector; called on a background thread
   * @param sweeps folder in which sweeps lie
   * @param laid where vectors out of other files lie
   */
  public static SteeringPanel of(
      ModelViewModel models,
      PromptViewModel prompts,
      Function<Source, OpenedVector> reader,
      Path sweeps,
      LaidVectors laid,
      TaskRunner tasks,
      Notices notices,
      Settings settings) {
    SteeringViewModel steering = new SteeringViewModel(models, settings);
    ProbeKeeper.keep(steering, laid, tasks, notices);
    VectorChoices vectors = new VectorChoices(reader, steering, tasks, notices, settings);
    return new SteeringPanel(
        steering,
        vectors,
        new MixerViewModel(steering, vectors, settings),
        new SafeBandViewModel(
            models,
            steering,
            (model, vector) -> SafeBands.latest(sweeps, model, vector),
            tasks,
            Platform::runLater),
        Strips.of(models, prompts, steering, tasks, notices));
  }

  /**
   * Says how the panel is made.
   *
   * @param export opens the export of a vector
   * @param keep puts a vector into the library
   * @param makeProbe opens the making of a gate's probe
   */
  public void introduce(
      FxmlViews views,
      Notices notices,
      Consumer<Steering> export,
      Consumer<SteeringVector> keep,
      Runnable makeProbe) {
    MixFile file = new MixFile(steering, notices, Clock.systemUTC(), export, keep);
    views.with(
        SteeringController.class,
        () ->
            new SteeringController(
                steering,
                mixer,
                file,
                safe,
                strips,
                vectors,
                () -> steering.steering().ifPresent(export),
                makeProbe));
  }

  /** Answers the question at every layer, or stops that. */
  public void toggleLayerStrip() {
    strips.layers().toggle();
  }

  /** Answers the question at every strength, or stops that. */
  public void toggleStrengthStrip() {
    strips.strengths().toggle();
  }

  /** Opens the vectors that were at work last, in the background. */
  public void restore() {
    vectors.restore();
    mixer.restore();
  }
}
