package org.densesteer.ui.session;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.common.FaultException;
import org.densesteer.common.LateWriter;
import org.densesteer.notebook.Bundle;
import org.densesteer.notebook.Notebook;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.SessionFile;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.SavedMix;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/** Keeps what the window has while it is open, and brings back what other windows left. */
final class RecoveryViewModel {

  private final RecoveryFolder folder;
  private final SessionViewModel session;
  private final SessionVectors vectors;
  private final Notebook notebook;
  private final Clock clock;
  private final TaskRunner tasks;
  private final Executor windowThread;
  private final Notices notices;
  private final LateWriter<RecoveryRecord> writer;
  private final ObservableList<RecoveryFolder.Left> left = FXCollections.observableArrayList();
  private boolean waiting;
  private volatile RecoveryFolder.@Nullable Place own;

  /**
   * Keeps nothing yet.
   *
   * @param second waits a second
   * @param windowThread runs what must happen on the window's thread
   */
  RecoveryViewModel(
      RecoveryFolder folder,
      SessionViewModel session,
      SessionVectors vectors,
      Notebook notebook,
      Clock clock,
      RestTimer second,
      TaskRunner tasks,
      Executor windowThread,
      Notices notices) {
    this.folder = folder;
    this.session = session;
    this.vectors = vectors;
    this.notebook = notebook;
    this.clock = clock;
    this.tasks = tasks;
    this.windowThread = windowThread;
    this.notices = notices;
    writer =
        new LateWriter<>(
            this::present,
            this::write,
            save -> atMostOnceASecond(second, save),
            tasks::quietly,
            fault -> windowThread.execute(() -> notices.show(Notice.warning(fault))));
  }

  /** Unlike a rest, it comes while somebody goes on typing, too. */
  private void atMostOnceASecond(RestTimer second, Runnable save) {
    if (!waiting) {
      waiting = true;
      second.restart(
          () -> {
            waiting = false;
            save.run();
          });
    }
  }

  private RecoveryRecord present() {
    return session.recovery(clock.instant());
  }

  private void write(RecoveryRecord record) {
    RecoveryFolder.Place place = own;
    if (place != null) {
      place.write(record);
    }
  }

  /**
   * Looks in the background for what other windows left, and keeps this window's from then on.
   *
   * @param bringBack whether what a single one left is brought back without asking
   */
  void begin(boolean bringBack) {
    tasks.quietly(
        () -> {
          try {
            List<RecoveryFolder.Left> found = folder.leftBehind();
            own = folder.open();
            windowThread.execute(() -> begun(found, bringBack));
          } catch (FaultException e) {
            windowThread.execute(() -> notices.show(Notice.warning(e)));
          }
        });
  }

  private void begun(List<RecoveryFolder.Left> found, boolean bringBack) {
    left.setAll(found);
    session.onChange(writer::changed);
    if (found.size() == 1 && bringBack) {
      bringBack(found.get(0));
    }
  }

  /** Brings back what a window left. */
  void bringBack(RecoveryFolder.Left wanted) {
    List<Source> elsewhere = session.vectorSources();
    PanelsRecord panels = wanted.record().panels();
    tasks.start(
        "Bringing back a session",
        (progress, cancellation) -> {
          Map<String, VectorInUse> found = vectors.find(hashes(panels), elsewhere);
          return new Found(
              found,
              newest(wanted.record()),
              SessionReader.isHere(panels.prompt()),
              pinned(panels),
              bundle(wanted.record()));
        },
        found -> take(wanted, found),
        notices::fail);
  }

  /**
   * What was found again of what a window had.
   *
   * @param vectors by their hashes
   * @param newest the run that ended last; null where it is gone
   * @param withProblems whether its set of problems is there
   * @param pinned runs of its pinned answers
   * @param bundle what its file says of one vector; null for nothing
   */
  record Found(
      Map<String, VectorInUse> vectors,
      @Nullable Run newest,
      boolean withProblems,
      List<Run> pinned,
      @Nullable Bundle bundle) {}

  /** Saved again, the file is to say the same of its vector. */
  private static @Nullable Bundle bundle(RecoveryRecord record) {
    try {
      return record.file() == null
          ? null
          : SessionFile.read(Path.of(record.file())).session().bundle();
    } catch (FaultException e) {
      // The file is gone or broken; its window is brought back all the same.
      return null;
    }
  }

  private static Set<String> hashes(PanelsRecord panels) {
    Set<String> hashes = new TreeSet<>();
    if (panels.vector() != null) {
      hashes.add(panels.vector());
    }
    if (panels.gateProbe() != null) {
      hashes.add(panels.gateProbe());
    }
    panels.mix().stream().map(SavedMix::vector).forEach(hashes::add);
    return hashes;
  }

  private @Nullable Run newest(RecoveryRecord record) {
    String last = record.lastRun();
    return last == null ? null : load(last).orElse(null);
  }

  private List<Run> pinned(PanelsRecord panels) {
    return panels.pinnedRuns().stream().flatMap(id -> load(id).stream()).toList();
  }

  private Optional<Run> load(String id) {
    try {
      return Optional.of(notebook.load(id));
    } catch (FaultException e) {
      // It was deleted, or is of a notebook that was set aside; the rest is not to be lost for it.
      return Optional.empty();
    }
  }

  private void take(RecoveryFolder.Left wanted, Found found) {
    List<String> missing = session.adopt(wanted.record(), found);
    if (found.newest() != null) {
      session.show(found.newest());
    }
    writer.changed();
    remove(wanted);
    String words = RecoveryWords.back(wanted.record(), missing);
    notices.show(missing.isEmpty() ? Notice.info(words) : Notice.warning(words));
  }

  /** Forgets what a window left; its runs stay in the notebook. */
  void remove(RecoveryFolder.Left unwanted) {
    left.remove(unwanted);
    RecoveryRecord now = present();
    tasks.quietly(
        () -> {
          try {
            // What was brought back is to be in this window's file before the other's is gone.
            write(now);
            unwanted.place().remove();
          } catch (FaultException e) {
            windowThread.execute(() -> notices.show(Notice.warning(e)));
          }
        });
  }

  /** What windows left that were not closed, latest first. */
  ObservableList<RecoveryFolder.Left> left() {
    return left;
  }

  /** The window was closed as it should: there is nothing to bring back. */
  void end() {
    RecoveryFolder.Place place = own;
    own = null;
    if (place != null) {
      place.remove();
    }
  }
}
