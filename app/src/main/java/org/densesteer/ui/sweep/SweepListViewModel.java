package org.densesteer.ui.sweep;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.common.Latest;
import org.densesteer.evaluation.results.DeletedSweep;
import org.densesteer.evaluation.results.SweepEntry;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.results.SweepListing;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.Settings;

/** The sweeps there are: those of the window's own folder, and others opened before. */
final class SweepListViewModel {

  private final Path sweeps;
  private final SweepViewModel sweep;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Settings settings;

  private final ObservableList<SweepEntry> entries = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("Looking for sweeps");
  private final BooleanProperty asked = new SimpleBooleanProperty();
  private final Latest latest = new Latest();

  /**
   * Creates the view model of a list that was not yet looked into.
   *
   * @param sweeps the window's own folder of sweeps
   */
  SweepListViewModel(
      Path sweeps, SweepViewModel sweep, TaskRunner tasks, Notices notices, Settings settings) {
    this.sweeps = sweeps.toAbsolutePath().normalize();
    this.sweep = sweep;
    this.tasks = tasks;
    this.notices = notices;
    this.settings = settings;
    sweep.stateProperty().subscribe((before, now) -> changed(now));
  }

  private void changed(SweepState now) {
    if (now == SweepState.RUNNING) {
      asked.set(false);
    } else if (now == SweepState.STOPPED || now == SweepState.FINISHED) {
      refresh();
    }
  }

  /** Looks into the folders again, in the background. */
  void refresh() {
    Latest.Turn turn = latest.start();
    List<Path> others = settings.recentSweeps().stream().map(Path::of).toList();
    tasks.start(
        "Looking for sweeps",
        (progress, cancellation) -> {
          DeletedSweep.forgetOld(sweeps, Instant.now());
          return SweepListing.of(sweeps, others);
        },
        turn.only(this::show),
        failure -> {
          status.set("");
          notices.fail(failure);
        });
  }

  private void show(List<SweepEntry> found) {
    entries.setAll(found);
    status.set(
        found.isEmpty() ? "No sweep yet. What is run here is kept, and stands in this list." : "");
  }

  /** Shows a sweep's map, as far as it is answered. */
  void open(SweepEntry entry) {
    if (entry.known() != null) {
      asked.set(false);
      sweep.open(entry.folder());
    }
  }

  /** Opens a sweep that lies elsewhere, and keeps it in the list. */
  void openFolder(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    if (!isOwn(path)) {
      settings.recentSweeps().remove(path.toString());
      settings.recentSweeps().add(0, path.toString());
    }
    asked.set(false);
    sweep.open(new SweepFolder(path));
    refresh();
  }

  /** Goes on with an unfinished sweep. */
  void goOn(SweepEntry entry) {
    sweep.goOn(entry.folder());
  }

  /** Deletes an own sweep, which can be undone; takes another one off the list. */
  void delete(SweepEntry entry) {
    Path path = entry.folder().path();
    if (!isOwn(path)) {
      settings.recentSweeps().remove(path.toString());
      refresh();
      notices.show(
          Notice.offer(
              path + " is no longer listed; its files are as they were.",
              "Undo",
              () -> {
                settings.recentSweeps().add(path.toString());
                refresh();
              }));
      return;
    }
    tasks.start(
        "Deleting a sweep",
        (progress, cancellation) -> DeletedSweep.delete(entry.folder()),
        gone -> {
          sweep.forget(entry.folder());
          refresh();
          notices.show(
              Notice.offer(
                  "The sweep " + name(entry) + " was deleted.", "Undo", () -> restore(gone)));
        },
        notices::fail);
  }

  private void restore(DeletedSweep gone) {
    notices.dismiss();
    tasks.start(
        "Bringing back a sweep",
        (progress, cancellation) -> {
          gone.restore();
          return gone;
        },
        done -> refresh(),
        notices::fail);
  }

  private static String name(SweepEntry entry) {
    SweepEntry.Known known = entry.known();
    return known == null
        ? "in " + entry.folder().path().getFileName()
        : "of " + known.origin().vectorName();
  }

  /** Whether a sweep lies in the window's own folder. */
  boolean isOwn(Path folder) {
    return folder.startsWith(sweeps);
  }

  /** Whether a sweep is the one that runs now. */
  boolean isRunning(SweepEntry entry) {
    SweepRun run = sweep.shown();
    return run != null
        && sweep.stateProperty().get().active()
        && run.folder().path().toAbsolutePath().normalize().equals(entry.folder().path());
  }

  /** The sweeps, the latest first. */
  ObservableList<SweepEntry> entries() {
    return entries;
  }

  /** What there is to say while there are none. */
  ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Whether a person wants the list in place of the map. */
  BooleanProperty askedProperty() {
    return asked;
  }

  /** The sweep that runs or is looked at. */
  SweepViewModel sweep() {
    return sweep;
  }
}
