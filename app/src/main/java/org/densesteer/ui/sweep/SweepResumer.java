package org.densesteer.ui.sweep;

import java.util.function.Consumer;
import java.util.function.Function;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.PlanJson;
import org.densesteer.evaluation.plan.SweepSubject;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.model.ModelInfo;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.settings.Source;
import org.jspecify.annotations.Nullable;

/** Gets together what an unfinished sweep needs to go on: its plan, problems, vector and model. */
final class SweepResumer {

  private final ModelViewModel models;
  private final SweptVectors vectors;
  private final Function<String, Source> checkpoints;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Consumer<SweepStart> start;
  private @Nullable Waiting waiting;

  /** A sweep that goes on when a model is there. */
  private record Waiting(SweepFolder folder, Source model) {}

  private record Found(PlanJson.Document document, ProblemSet problems) {}

  /**
   * Creates the resumer.
   *
   * @param checkpoints finds what {@code --model} was given; called on a background thread
   * @param start runs a sweep with the model that is loaded
   */
  SweepResumer(
      ModelViewModel models,
      SweptVectors vectors,
      Function<String, Source> checkpoints,
      TaskRunner tasks,
      Notices notices,
      Consumer<SweepStart> start) {
    this.models = models;
    this.vectors = vectors;
    this.checkpoints = checkpoints;
    this.tasks = tasks;
    this.notices = notices;
    this.start = start;
    models.engineProperty().subscribe(this::loaded);
  }

  private void loaded(@Nullable RunEngine engine) {
    Waiting present = waiting;
    if (engine != null && present != null) {
      waiting = null;
      // Another model means that a person changed their mind.
      if (present.model().equals(models.sourceProperty().get())) {
        goOn(present.folder());
      }
    }
  }

  /** Goes on with a sweep where its journal ends, or says what is missing for that. */
  void goOn(SweepFolder folder) {
    notices.dismiss();
    tasks.start(
        "Reading the sweep " + folder.path().getFileName(),
        (progress, cancellation) -> {
          PlanJson.Document document = PlanJson.read(folder.planFile());
          return new Found(document, folder.problems(document));
        },
        found -> goOn(folder, found),
        notices::fail);
  }

  private void goOn(SweepFolder folder, Found found) {
    PlanJson.Document document = found.document();
    RunEngine engine = models.engineProperty().get();
    SweepSubject subject = document.plan().subject();
    if (engine == null || !engine.info().fingerprint().equals(subject.model())) {
      askForModel(folder, document);
    } else if (!engine.info().precision().equals(subject.precision())) {
      notices.show(Notice.error(otherPrecision(engine.info(), subject)));
    } else {
      vectors.find(
          document.plan(),
          document.origin(),
          vector ->
              vectors.findGate(
                  document.plan(),
                  document.origin(),
                  vector.vector(),
                  gate ->
                      start.accept(
                          new SweepStart(
                              document.plan(),
                              document.origin(),
                              found.problems(),
                              vector.vector(),
                              gate,
                              folder))));
    }
  }

  private void askForModel(SweepFolder folder, PlanJson.Document document) {
    String name = document.origin().modelName();
    Notice notice =
        Notice.error(
            Texts.of(
                "This sweep is of the model %s (%s), which is not loaded; it goes on with no other.",
                name, document.plan().subject().precision()));
    notices.show(
        document
            .origin()
            .argument("--model")
            .map(given -> notice.with("Open it and go on", () -> open(given, folder)))
            .orElse(notice));
  }

  private void open(String given, SweepFolder folder) {
    tasks.start(
        "Looking for the model " + given,
        (progress, cancellation) -> checkpoints.apply(given),
        model -> {
          waiting = new Waiting(folder, model);
          models.open(model);
        },
        notices::fail);
  }

  private static String otherPrecision(ModelInfo loaded, SweepSubject subject) {
    return Texts.of(
        "This sweep was begun in %s and the model is loaded in %s; choose the precision of the sweep in the model menu to go on with it.",
        subject.precision(), loaded.precision());
  }
}
