package org.densesteer.ui.alignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Latest;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.figure.Origin;
import org.densesteer.generation.Alignment;
import org.densesteer.generation.AlignmentCsv;
import org.densesteer.generation.Prompt;
import org.densesteer.notebook.Provenance;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.charts.AnswersOrigin;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.Staleness;

/** Maps of the answers that stand in the first two panes. Used on the window's thread. */
final class AlignmentViewModel {

  /** An answer to be read again. */
  private record Asked(
      String name, int colour, Prompt prompt, int[] response, List<Steering> steerings) {}

  private final ModelViewModel models;
  private final SteeringViewModel steering;
  private final List<ArmViewModel> arms;
  private final TaskRunner tasks;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<List<ArmMap>> maps = new ReadOnlyObjectWrapper<>(List.of());
  private final Latest latest = new Latest();
  private Origin origin = new Origin("", "{}");
  private Cancellation underWay = new Cancellation();

  AlignmentViewModel(
      ModelViewModel models,
      SteeringViewModel steering,
      List<ArmViewModel> arms,
      TaskRunner tasks,
      Notices notices) {
    this.models = models;
    this.steering = steering;
    this.arms = arms;
    this.tasks = tasks;
    this.notices = notices;
  }

  /** Why there can be no map now; empty when there can. */
  Optional<String> obstacle() {
    if (models.engineProperty().get() == null) {
      return Optional.of("No model is loaded; choose one in the model menu.");
    }
    if (steering.steerings().isEmpty()) {
      return Optional.of("No vector is in use, so there is no direction to hold against.");
    }
    if (steering.misfit().isPresent()) {
      return steering.misfit();
    }
    if (steering.steerings().stream()
        .anyMatch(each -> !each.gate().constant() || each.positions().fromStep() > 1)) {
      return Optional.of(
          "A given answer is read again with one strength at all positions; steering that follows"
              + " the answer has no map yet.");
    }
    return asked().isEmpty()
        ? Optional.of("No answer of the present settings stands in the panes; run it first.")
        : Optional.empty();
  }

  private List<Asked> asked() {
    List<Asked> asked = new ArrayList<>();
    for (ArmViewModel arm : arms.subList(0, Math.min(2, arms.size()))) {
      RunArm recorded = arm.recordedProperty().get();
      Run run = arm.runProperty().get();
      boolean present = arm.stalenessProperty().get() == Staleness.NONE;
      if (recorded != null && run != null && present && recorded.changes().isEmpty()) {
        int[] ids = run.prompt().tokenIds().stream().mapToInt(Integer::intValue).toArray();
        asked.add(
            new Asked(
                arm.name(),
                arm.colourIndex(),
                new Prompt(run.prompt().text(), ids),
                recorded.answer().tokenIds(),
                recorded.steerings().isEmpty() ? List.of() : steering.steerings()));
      }
    }
    return asked;
  }

  /** Makes the maps, in the background; says what is in the way. */
  void run() {
    RunEngine engine = models.engineProperty().get();
    maps.set(List.of());
    underWay.request();
    if (engine == null || obstacle().isPresent()) {
      return;
    }
    List<Asked> asked = asked();
    SteeringVector vector = steering.steerings().get(0).vector();
    Provenance runs = AnswersOrigin.of(arms.subList(0, Math.min(2, arms.size())));
    Origin made =
        new Origin(
            Texts.of(
                "Cosines of hidden states with the directions of %s. %s",
                vector.name(), runs.sentence()),
            runs.json());
    Latest.Turn turn = latest.start();
    underWay =
        tasks.start(
            "Alignment map",
            (progress, cancellation) -> made(engine, asked, vector, progress, cancellation),
            turn.only(
                read -> {
                  origin = made;
                  maps.set(read);
                }),
            turn.only(notices::fail));
  }

  private static List<ArmMap> made(
      RunEngine engine,
      List<Asked> asked,
      SteeringVector vector,
      Progress progress,
      Cancellation cancellation) {
    List<ArmMap> made = new ArrayList<>();
    double all = asked.size() * (double) engine.info().layers();
    for (Asked each : asked) {
      int before = made.size() * engine.info().layers();
      try {
        Alignment map =
            engine
                .alignment(
                    each.prompt(),
                    each.response(),
                    each.steerings(),
                    vector,
                    block -> {
                      cancellation.check();
                      progress.update(each.name(), Math.min(1, (before + block) / all));
                    })
                .join();
        List<String> texts = new ArrayList<>();
        for (int id : each.response()) {
          texts.add(engine.text(id));
        }
        made.add(new ArmMap(each.name(), each.colour(), map, texts));
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
    return made;
  }

  /** Stops it. */
  void cancel() {
    latest.forget();
    underWay.request();
  }

  /**
   * The maps as CSV, after two lines that begin with {@code #}, the second with the settings as
   * JSON.
   */
  String csv() {
    RunEngine engine = models.engineProperty().get();
    Map<String, Alignment> named = new LinkedHashMap<>();
    maps.get().forEach(each -> named.put(each.name(), each.map()));
    return engine == null || named.isEmpty()
        ? ""
        : Texts.of("# %s\r\n# settings: %s\r\n", origin.description(), origin.settings())
            + AlignmentCsv.of(named, engine::text);
  }

  /** What the maps were made of. */
  Origin origin() {
    return origin;
  }

  /** What a place says: {@code layer 4 · token 12 “After” · cosine +0.743}. */
  static String words(ArmMap arm, int layer, int token) {
    double cosine = arm.at(layer, token);
    String value =
        Double.isNaN(cosine)
            ? "the vector has no direction here"
            : "cosine " + Texts.of("%+.3f", cosine).replace('-', '−');
    String text = arm.texts().get(token).replace("\n", "⏎");
    return Texts.of("%s · layer %d · token %d “%s” · %s", arm.name(), layer, token, text, value);
  }

  /** The maps; none before they are made. */
  ReadOnlyObjectProperty<List<ArmMap>> mapsProperty() {
    return maps.getReadOnlyProperty();
  }
}
