package org.densesteer.ui.notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.notebook.Notebook;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunDifferences;
import org.densesteer.notebook.RunFloor;
import org.densesteer.notebook.RunMark;
import org.densesteer.notebook.RunSummary;
import org.densesteer.ui.common.Lists;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs that were made, newest first, and what a person does with them. */
public final class NotebookViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(NotebookViewModel.class);
  private static final int SECONDS_TO_FINISH = 10;

  private final Notebook notebook;
  private final Executor background;
  private final Executor windowThread;
  private final Notices notices;

  private final List<NotebookRow> all = new ArrayList<>();
  private final ObservableList<NotebookRow> rows = FXCollections.observableArrayList();
  private final StringProperty search = new SimpleStringProperty("");
  private final BooleanProperty starredOnly = new SimpleBooleanProperty();
  private final ObjectProperty<RunOrder> order = new SimpleObjectProperty<>(RunOrder.NEWEST);
  private final ReadOnlyObjectWrapper<@Nullable NotebookRow> deleted =
      new ReadOnlyObjectWrapper<>();

  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

  /** Work on the disk, one piece after the other in the order in which it was asked for. */
  private volatile CompletableFuture<?> work = CompletableFuture.completedFuture(null);

  /**
   * Creates the view model; nothing is read yet.
   *
   * @param background runs what waits for the disk
   * @param windowThread runs what must happen on the window's thread
   */
  public NotebookViewModel(
      Notebook notebook, Executor background, Executor windowThread, Notices notices) {
    this.notebook = notebook;
    this.background = background;
    this.windowThread = windowThread;
    this.notices = notices;
    search.subscribe((before, now) -> filter());
    starredOnly.subscribe((before, now) -> filter());
    order.subscribe((before, now) -> filter());
  }

  private void onDisk(Runnable task) {
    work =
        work.handleAsync(
            (done, failure) -> {
              try {
                task.run();
              } catch (RuntimeException e) {
                windowThread.execute(() -> notices.fail(e));
              }
              return null;
            },
            background);
  }

  /** Reads in the background what is on the disk, of other windows too. */
  public void refresh() {
    onDisk(this::read);
  }

  private void read() {
    // Runs of a session file are older than the line that took them over.
    List<Notebook.Entry> entries =
        notebook.refresh().stream()
            .sorted(Comparator.comparing(entry -> entry.summary().made()))
            .toList();
    List<NotebookRow> read = new ArrayList<>();
    RunSummary before = null;
    for (Notebook.Entry entry : entries) {
      RunSummary summary = entry.summary();
      read.add(0, new NotebookRow(summary, entry.mark(), RunDifferences.of(summary, before)));
      before = summary;
    }
    windowThread.execute(() -> take(read));
  }

  private void take(List<NotebookRow> read) {
    // The list that is shown keeps rows that are equal, so these are kept here, too: no row twice.
    Map<NotebookRow, NotebookRow> known = new HashMap<>();
    all.forEach(row -> known.put(row, row));
    read.replaceAll(row -> known.getOrDefault(row, row));
    all.clear();
    all.addAll(read);
    filter();
  }

  private void filter() {
    String words = search.get();
    Lists.become(
        rows,
        all.stream()
            .filter(row -> !starredOnly.get() || row.mark().star())
            .filter(row -> words.isBlank() || row.matches(words))
            .sorted(order.get().comparator())
            .toList());
  }

  private void change(Runnable task) {
    changes.set(changes.get() + 1);
    onDisk(
        () -> {
          task.run();
          read();
        });
  }

  /** Keeps a run that has just ended. */
  public void keep(Run run) {
    change(() -> notebook.append(run));
  }

  /** Keeps what random directions did beside a run that is kept already. */
  public void keepFloor(Run run) {
    RunFloor floor = run.floor();
    if (floor != null) {
      onDisk(() -> notebook.keepFloor(run.id(), floor));
    }
  }

  /** Hands a whole run over on the window's thread. */
  public void load(NotebookRow row, Consumer<Run> taker) {
    load(row.summary().id(), taker);
  }

  /** The same by the run's id. */
  public void load(String id, Consumer<Run> taker) {
    onDisk(
        () -> {
          Run run = notebook.load(id);
          windowThread.execute(() -> taker.accept(run));
        });
  }

  /** Hands several whole runs over on the window's thread. */
  void load(List<NotebookRow> rows, Consumer<List<Run>> taker) {
    onDisk(
        () -> {
          List<Run> runs = rows.stream().map(row -> notebook.load(row.summary().id())).toList();
          windowThread.execute(() -> taker.accept(runs));
        });
  }

  /** Puts a star on a run, or takes it off. */
  public void star(NotebookRow row) {
    mark(row, row.mark().starred(!row.mark().star()));
  }

  /** Keeps what was noted of a run. */
  public void mark(NotebookRow row, RunMark mark) {
    if (!mark.equals(row.mark())) {
      change(() -> notebook.mark(row.summary().id(), mark));
    }
  }

  /** Deletes a run, until {@link #undoDelete}. */
  public void delete(NotebookRow row) {
    deleted.set(row);
    change(() -> notebook.delete(row.summary().id()));
  }

  /** Takes the last deletion back. */
  public void undoDelete() {
    NotebookRow row = deleted.get();
    if (row != null) {
      deleted.set(null);
      change(() -> notebook.restore(row.summary().id()));
    }
  }

  /** Leaves the last deletion as it is. */
  public void dismissUndo() {
    deleted.set(null);
  }

  /** Waits until everything that was asked for was tried on the disk; whether that is so. */
  public boolean flush() {
    try {
      work.get(SECONDS_TO_FINISH, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("The notebook could not be written to the end.", e);
    }
    return false;
  }

  /** Hears a sentence about the notebook's file, from any thread. */
  public static Consumer<String> teller(Notices notices, Executor windowThread) {
    return sentence -> windowThread.execute(() -> notices.show(Notice.warning(sentence)));
  }

  /** The runs that are shown, newest first. */
  public ObservableList<NotebookRow> rows() {
    return rows;
  }

  /** The newest of them, whatever is shown. */
  List<NotebookRow> latest(int most) {
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  /** All of them, newest first, whatever is searched for. */
  public List<NotebookRow> all() {
    return List.copyOf(all);
  }

  /** Grows whenever something is kept, noted, deleted or brought back here. */
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** How many there are, whatever is shown. */
  int count() {
    return all.size();
  }

  /** Words that shown runs must hold. */
  StringProperty searchProperty() {
    return search;
  }

  /** In which order they stand. */
  ObjectProperty<RunOrder> orderProperty() {
    return order;
  }

  /** Whether only those with a star are shown. */
  BooleanProperty starredOnlyProperty() {
    return starredOnly;
  }

  /** The run that was deleted last, while that can be undone; else null. */
  ReadOnlyObjectProperty<@Nullable NotebookRow> deletedProperty() {
    return deleted.getReadOnlyProperty();
  }
}
