package org.densesteer.ui.probe;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.extraction.ContrastivePair;
import org.densesteer.extraction.ExtractionModel;
import org.densesteer.extraction.MadeProbe;
import org.densesteer.extraction.ProbeSearch;
import org.densesteer.extraction.ProbeTexts;
import org.densesteer.extraction.QuestionTemplate;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Probe;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.extract.VectorKeeper;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.GateInUse;
import org.densesteer.ui.steering.SteeringViewModel;
import org.jspecify.annotations.Nullable;

/** A probe in the making. Used on the window's thread. */
final class ProbeViewModel {

  private final ModelViewModel models;
  private final PromptViewModel prompts;
  private final SteeringViewModel steering;
  private final Supplier<List<ContrastivePair>> pairs;
  private final Supplier<Optional<QuestionTemplate>> template;
  private final VectorKeeper keeper;
  private final TaskRunner tasks;
  private final Notices notices;

  private final ObjectProperty<ProbeOrigin> origin =
      new SimpleObjectProperty<>(ProbeOrigin.QUESTIONS);
  private final ObjectProperty<@Nullable Path> open = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Path> shut = new SimpleObjectProperty<>();
  private final BooleanProperty once = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<@Nullable MadeProbe> made = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private Cancellation underWay = new Cancellation();

  /**
   * Nothing is made yet.
   *
   * @param pairs the Extract page's pairs in use
   * @param template the user turn that their questions are put into; says why there is none
   * @param keeper keeps the probe of a gate that is used
   */
  ProbeViewModel(
      ModelViewModel models,
      PromptViewModel prompts,
      SteeringViewModel steering,
      Supplier<List<ContrastivePair>> pairs,
      Supplier<Optional<QuestionTemplate>> template,
      VectorKeeper keeper,
      TaskRunner tasks,
      Notices notices) {
    this.models = models;
    this.prompts = prompts;
    this.steering = steering;
    this.pairs = pairs;
    this.template = template;
    this.keeper = keeper;
    this.tasks = tasks;
    this.notices = notices;
    origin.subscribe(
        now -> {
          once.set(now.once());
          made.set(null);
        });
    origin.subscribe(this::look);
    open.subscribe(this::look);
    shut.subscribe(this::look);
    models.engineProperty().subscribe(this::look);
  }

  /** Looks anew whether one can be made: of the pairs nobody hears. */
  void look() {
    Optional<String> obstacle = obstacle();
    ready.set(obstacle.isEmpty());
    said.set(obstacle.orElse("Nothing is made yet."));
  }

  /** Says what is in the way of making one, in a sentence; empty for nothing. */
  private Optional<String> obstacle() {
    if (models.engineProperty().get() == null) {
      return Optional.of("No model is loaded; choose one in the toolbar first.");
    }
    if (origin.get() == ProbeOrigin.PAIRS) {
      return pairs.get().isEmpty()
          ? Optional.of("No pair of the Extract page is in use; import or make pairs there first.")
          : Optional.empty();
    }
    return open.get() == null || shut.get() == null
        ? Optional.of("Choose a file of questions for each kind first.")
        : Optional.empty();
  }

  /** Makes the probe in the background. */
  void make() {
    Optional<String> obstacle = obstacle();
    obstacle.map(Notice::error).ifPresent(notices::show);
    RunEngine engine = models.engineProperty().get();
    if (obstacle.isPresent() || engine == null) {
      return;
    }
    prompts.frameOrSay().ifPresent(frame -> make(engine.extraction(), frame));
  }

  private void make(ExtractionModel model, ChatFrame frame) {
    Path first = open.get();
    Path second = shut.get();
    if (origin.get() == ProbeOrigin.PAIRS) {
      List<ContrastivePair> used = pairs.get();
      template
          .get()
          .ifPresent(
              turn -> start(model, "pairs", () -> ProbeTexts.ofPairs(model, turn, frame, used)));
    } else if (first != null && second != null) {
      start(
          model,
          Source.problems(first).name().replaceFirst("\\.[^.]*$", ""),
          () ->
              ProbeTexts.ofQuestions(
                  model, frame, ProbeTexts.questions(first), ProbeTexts.questions(second)));
    }
  }

  private void start(ExtractionModel model, String name, Supplier<ProbeTexts> texts) {
    made.set(null);
    look();
    busy.set(true);
    underWay =
        tasks.start(
            "Making a probe",
            (progress, cancellation) -> make(model, name, texts.get(), progress, cancellation),
            result -> {
              busy.set(false);
              made.set(result);
            },
            failure -> {
              busy.set(false);
              notices.fail(failure);
              if (!(failure instanceof CancellationException)) {
                // The sheet may lie over the notice.
                said.set(Notice.of(failure).sentence());
              }
            });
  }

  private static MadeProbe make(
      ExtractionModel model,
      String name,
      ProbeTexts texts,
      Progress progress,
      Cancellation cancellation) {
    return MadeProbe.of(
        "probe-" + name, model.info(), model, texts.open(), texts.shut(), progress, cancellation);
  }

  /** Stops what is under way. */
  void cancel() {
    underWay.request();
    busy.set(false);
  }

  /**
   * Makes the probe of a layer the panel's gate, with the bound that was found; it is kept in the
   * library.
   *
   * @param then is called when that is done
   */
  void use(ProbeSearch.Found layer, Runnable then) {
    MadeProbe present = made.get();
    if (present == null) {
      return;
    }
    boolean decided = once.get();
    tasks.start(
        "Keeping " + present.vector().name(),
        (progress, cancellation) -> Source.vector(keeper.keep(present.vector())),
        kept -> {
          SteeringVector vector = present.vector().renamed(kept.name());
          CosineGate gate =
              new CosineGate(new Probe(vector, layer.layer()), layer.bound(), decided);
          steering.rest();
          steering.setGate(new GateInUse(gate, kept));
          steering.rest();
          notices.show(
              Notice.info(
                  "The probe "
                      + kept.name()
                      + " is in the library, and its gate in use: "
                      + gate.words()
                      + "."));
          then.run();
        },
        notices::fail);
  }

  /** Which texts it is made of. */
  ObjectProperty<ProbeOrigin> originProperty() {
    return origin;
  }

  /** File of the questions at which the gate is to open; null before it is chosen. */
  ObjectProperty<@Nullable Path> openProperty() {
    return open;
  }

  /** File of the questions at which it is to stay shut; null before it is chosen. */
  ObjectProperty<@Nullable Path> shutProperty() {
    return shut;
  }

  /** Whether the gate is decided once, from the prompt. */
  BooleanProperty onceProperty() {
    return once;
  }

  /** What was made; null before. */
  ReadOnlyObjectProperty<@Nullable MadeProbe> madeProperty() {
    return made.getReadOnlyProperty();
  }

  /** Whether one can be made. */
  ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /** Why there is none, in a sentence. */
  ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Whether one is being made. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
