package org.densesteer.ui.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.OpenedVector;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorChoices;

/** The page's view models around a scripted model, without a toolkit. */
final class ExtractPageFixture {

  final Settings settings = new Settings();
  final Notices notices = new Notices();
  final SameThreadTasks tasks = new SameThreadTasks();
  final List<ScriptedEngine> engines = new ArrayList<>();
  final List<SteeringVector> kept = new ArrayList<>();

  final ModelViewModel models =
      new ModelViewModel(this::open, () -> Path.of("sample"), tasks, notices, settings);
  final PromptViewModel prompts =
      new PromptViewModel(source -> Samples.problems(), tasks, notices, settings);
  final SteeringViewModel steering = new SteeringViewModel(models, settings);
  final VectorChoices vectors =
      new VectorChoices(
          source -> new OpenedVector(kept.get(kept.size() - 1).renamed(source.name()), List.of()),
          steering,
          tasks,
          notices,
          settings);
  final PageJob job = new PageJob(tasks, notices);
  final PairsViewModel pairs = new PairsViewModel(models, job, tasks, notices);
  final PairMaker maker =
      new PairMaker(
          pairs, models, prompts, source -> Samples.problems(), this::open, notices, Runnable::run);
  final ExtractionViewModel extraction =
      new ExtractionViewModel(pairs, models, prompts, vectors, this::keep, notices);

  private RunEngine open(Path folder, Progress progress, Cancellation cancellation) {
    if (folder.endsWith("broken")) {
      throw new FaultException("The folder broken has no config.json.");
    }
    ScriptedEngine engine = new ScriptedEngine(192, 6, 0);
    engines.add(engine);
    return engine;
  }

  private Path keep(SteeringVector vector) {
    kept.add(vector);
    return Path.of(vector.name() + ".safetensors");
  }

  ExtractPageFixture loaded() {
    models.open(Source.SAMPLE_MODEL);
    return this;
  }

  String sentence() {
    Notice notice = notices.shownProperty().get();
    return notice == null ? "" : notice.sentence();
  }
}
