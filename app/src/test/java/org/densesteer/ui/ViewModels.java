package org.densesteer.ui;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.OpenedVector;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorChoices;

/** The view models that others are built on, with a scripted model and a made-up vector. */
public final class ViewModels {

  public final Settings settings = new Settings();
  public final SameThreadTasks tasks = new SameThreadTasks();
  public final Notices notices = new Notices();
  public final ScriptedEngine engine = new ScriptedEngine(192, 6, 0);

  /** Gives {@link #engine}; for a folder called {@code other} another one of the same shape. */
  public final ModelViewModel models =
      new ModelViewModel(
          (folder, progress, cancellation) ->
              folder.endsWith("other") ? new ScriptedEngine(192, 6, 0) : engine,
          () -> Path.of("/sample"),
          tasks,
          notices,
          settings);

  public final SteeringViewModel steering = new SteeringViewModel(models, settings);
  public final VectorChoices vectors =
      new VectorChoices(
          source -> new OpenedVector(Samples.vector(6, 192), List.of()),
          steering,
          tasks,
          notices,
          settings);
  public final PromptViewModel prompts =
      new PromptViewModel(source -> Samples.problems(), tasks, notices, settings);

  /** Opens problems, vector and model, as the window does when it starts. */
  public void open() {
    prompts.restore();
    vectors.open(Source.SAMPLE_VECTOR);
    models.open(Source.SAMPLE_MODEL);
  }
}
