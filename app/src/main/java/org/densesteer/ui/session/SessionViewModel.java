package org.densesteer.ui.session;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.densesteer.model.ModelInfo;
import org.densesteer.notebook.Bundle;
import org.densesteer.notebook.Run;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.compare.PinnedAnswer;
import org.densesteer.ui.model.ModelState;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.notebook.NotebookViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.VectorChoices;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/** The session of a window: which runs belong to it, its file, and whether that has everything. */
final class SessionViewModel {

  private final Panels panels;
  private final SessionReader reader;
  private final SessionWriter writer;
  private final ModelViewModel models;
  private final CompareViewModel compare;
  private final NotebookViewModel notebook;
  private final VectorChoices choices;
  private final Settings settings;
  private final TaskRunner tasks;
  private final Notices notices;

  private final Set<String> runs = new LinkedHashSet<>();
  private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<VectorInUse>> ofFile =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObservableValue<String> title =
      Bindings.createStringBinding(
          () -> SessionWords.title(file.get(), changed.get()), file, changed);
  private final ReadOnlyObjectWrapper<@Nullable Bundle> bundle = new ReadOnlyObjectWrapper<>();
  private SessionScope scope = SessionScope.SESSION;
  private @Nullable PanelsRecord kept;

  SessionViewModel(
      Panels panels,
      SessionReader reader,
      SessionWriter writer,
      ModelViewModel models,
      NotebookViewModel notebook,
      VectorChoices choices,
      Settings settings,
      TaskRunner tasks,
      Notices notices) {
    this.panels = panels;
    this.reader = reader;
    this.writer = writer;
    this.models = models;
    this.compare = panels.compare();
    this.notebook = notebook;
    this.choices = choices;
    this.settings = settings;
    this.tasks = tasks;
    this.notices = notices;
    Fx.follow(compare.runProperty(), this::ended);
    notebook.changesProperty().subscribe((before, now) -> changed.set(file.get() != null));
    panels.onChange(observable -> panelsChanged());
  }

  private void ended(Run run) {
    runs.add(run.id());
    changed.set(file.get() != null);
    panels.vectors().forEach(reader.vectors()::remember);
  }

  private void panelsChanged() {
    if (file.get() != null && kept != null && !panels.taken().sameAs(kept)) {
      changed.set(true);
    }
  }

  /** Hears of every change of what {@link #recovery} gives. */
  void onChange(Runnable heard) {
    panels.onChange(observable -> heard.run());
    compare.runProperty().subscribe((before, now) -> heard.run());
    compare.runningProperty().subscribe((before, now) -> heard.run());
    file.subscribe((before, now) -> heard.run());
    changed.subscribe((before, now) -> heard.run());
  }

  /** What this window would not want to lose. */
  RecoveryRecord recovery(Instant now) {
    Path target = file.get();
    return new RecoveryRecord(
        now.truncatedTo(ChronoUnit.SECONDS).toString(),
        target == null ? null : target.toString(),
        changed.get(),
        scope,
        List.copyOf(runs),
        compare.runningProperty().get(),
        panels.taken());
  }

  /**
   * Takes up what another window had.
   *
   * @param found what of it is still at hand
   * @return what could not be set, as clauses
   */
  List<String> adopt(RecoveryRecord other, RecoveryViewModel.Found found) {
    runs.clear();
    runs.addAll(other.runs());
    scope = other.scope();
    bundle.set(found.bundle());
    List<String> missing =
        panels.set(other.panels(), found.vectors(), found.withProblems(), found.pinned());
    panels.turnTo(other.panels());
    if (other.file() != null) {
      kept = other.panels().orPinned(panels.taken());
      file.set(Path.of(other.file()));
      changed.set(other.changed() || !missing.isEmpty());
    }
    return missing;
  }

  /** Where vectors are looked for. */
  List<Source> vectorSources() {
    return choices.all();
  }

  /** Opens a session file in the background. */
  void open(Path wanted) {
    notices.settle();
    List<Source> elsewhere = choices.all();
    tasks.start(
        "Opening " + wanted.getFileName(),
        (progress, cancellation) -> {
          notebook.flush();
          return reader.read(wanted, elsewhere);
        },
        this::take,
        notices::fail);
  }

  private void take(SessionReader.Opened opened) {
    scope = SessionScope.SESSION;
    runs.clear();
    opened.session().runs().forEach(run -> runs.add(run.id()));
    offer(List.copyOf(opened.vectors().values()));
    notebook.refresh();
    List<String> missing = List.of();
    PanelsRecord wanted = opened.panels();
    if (wanted != null) {
      missing =
          panels.set(wanted, opened.vectors(), opened.withProblems(), opened.session().runs());
      panels.turnTo(wanted);
    }
    Bundle about = opened.session().bundle();
    bundle.set(about);
    if (wanted == null && about != null) {
      panels.set(about, opened.vectors());
    }
    kept = wanted != null && missing.isEmpty() ? wanted.orPinned(panels.taken()) : panels.taken();
    file.set(opened.file());
    changed.set(false);
    Settings.remember(settings.recentSessions(), Source.session(opened.file()));
    Run newest = opened.newest();
    if (newest != null) {
      show(newest);
    }
    List<String> lacking = missing;
    onceModelIsSettled(() -> tell(opened, lacking));
  }

  private void offer(List<VectorInUse> vectors) {
    ofFile.set(vectors);
    choices.offerOfSession(vectors.stream().map(VectorInUse::source).toList());
  }

  /** Shows a run, again when the model comes that is being loaded, for that empties the panes. */
  void show(Run run) {
    int started = compare.runNumberProperty().get();
    compare.show(run);
    if (models.stateProperty().get() == ModelState.LOADING) {
      onceModelIsSettled(
          () -> {
            if (compare.runNumberProperty().get() == started) {
              compare.show(run);
            }
          });
    }
  }

  private void onceModelIsSettled(Runnable action) {
    SettledModel.then(models, action);
  }

  private void tell(SessionReader.Opened opened, List<String> missing) {
    RunEngine engine = models.engineProperty().get();
    ModelInfo model = engine == null ? null : engine.info();
    Optional<String> other = SessionWords.otherModel(opened.session(), model);
    boolean plain = missing.isEmpty() && other.isEmpty() && opened.notes().isEmpty();
    String words = SessionWords.opened(opened, missing, model);
    Notice notice = plain ? Notice.info(words) : Notice.warning(words);
    Source source = opened.model();
    boolean elsewhere =
        other.isPresent()
            && source != null
            && !source.key().equals(models.sourceProperty().get().key());
    notices.show(
        elsewhere ? notice.with("Load " + source.name(), () -> models.open(source)) : notice);
  }

  /**
   * Writes the session to a file in the background; it is the session's file from then on.
   *
   * @param which which runs it is to hold, also when it is saved again
   */
  void save(Path target, SessionScope which) {
    notices.settle();
    scope = which;
    PanelsRecord now = panels.taken();
    panels.vectors().forEach(reader.vectors()::remember);
    RunEngine engine = models.engineProperty().get();
    SessionWriter.Wanted wanted =
        new SessionWriter.Wanted(
            Set.copyOf(runsOf(which)),
            compare.pinnedAnswers().stream().map(PinnedAnswer::run).distinct().toList(),
            now,
            bundle.get(),
            engine == null ? "" : engine.info().name(),
            engine == null ? "" : engine.info().fingerprint(),
            choices.all());
    tasks.start(
        "Saving " + target.getFileName(),
        (progress, cancellation) -> {
          notebook.flush();
          return writer.write(wanted, target);
        },
        written -> {
          file.set(target);
          kept = now;
          changed.set(!panels.taken().sameAs(now) || !wanted.runs().containsAll(runsOf(which)));
          Settings.remember(settings.recentSessions(), Source.session(target));
          String words = SessionWriter.words(written, target);
          notices.show(written.lacking().isEmpty() ? Notice.info(words) : Notice.warning(words));
        },
        notices::fail);
  }

  /** Writes it to its file again; false where it has none. */
  boolean saveAgain() {
    Path target = file.get();
    if (target != null) {
      save(target, scope);
    }
    return target != null;
  }

  /** Ids of the runs of a choice. */
  Collection<String> runsOf(SessionScope which) {
    return which == SessionScope.SESSION
        ? List.copyOf(runs)
        : notebook.all().stream()
            .filter(row -> which == SessionScope.ALL || row.mark().star())
            .map(row -> row.summary().id())
            .collect(Collectors.toList());
  }

  /** Which runs the file holds. */
  SessionScope scope() {
    return scope;
  }

  /** Where the session was opened or saved; null where it has no file. */
  ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /** Whether something is not in its file; false where it has none. */
  ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** What the window is called. */
  ObservableValue<String> titleProperty() {
    return title;
  }

  /** What the session file that was opened says of the one vector it is about; null for none. */
  ReadOnlyObjectProperty<@Nullable Bundle> bundleProperty() {
    return bundle.getReadOnlyProperty();
  }

  /** Vectors of the session file that was opened. */
  ReadOnlyObjectProperty<List<VectorInUse>> vectorsProperty() {
    return ofFile.getReadOnlyProperty();
  }
}
