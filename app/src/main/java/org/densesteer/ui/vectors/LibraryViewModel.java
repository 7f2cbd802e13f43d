package org.densesteer.ui.vectors;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.densesteer.common.Latest;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.library.DeletedVector;
import org.densesteer.steering.library.LibraryContents;
import org.densesteer.steering.library.LibraryEntry;
import org.densesteer.steering.library.VectorLibrary;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.VectorChoices;
import org.jspecify.annotations.Nullable;

/** The vectors that a person keeps: found, named, noted, copied, deleted and brought back. */
public final class LibraryViewModel {

  private final VectorLibrary library;
  private final Supplier<LibraryContents> samples;
  private final VectorChoices vectors;
  private final TaskRunner tasks;
  private final Notices notices;

  private final ObservableList<LibraryEntry> all = FXCollections.observableArrayList();
  private final FilteredList<LibraryEntry> shown = new FilteredList<>(all);
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable LibraryEntry> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable DeletedVector> lastDeleted =
      new ReadOnlyObjectWrapper<>();
  private final Deque<DeletedVector> deleted = new ArrayDeque<>();
  private final Set<String> toldWarnings = new HashSet<>();
  private final Latest latest = new Latest();

  /** What the library holds after something was done, and the file to select, if another. */
  private record Outcome(LibraryContents contents, @Nullable Path wanted) {}

  /** Something done to the library, which gives the file to select, or null for no other. */
  @FunctionalInterface
  private interface Work {
    @Nullable Path run();
  }

  /**
   * Creates the view model of a library that was not yet looked into.
   *
   * @param samples the vectors that came with the program; called on a background thread
   */
  public LibraryViewModel(
      VectorLibrary library,
      Supplier<LibraryContents> samples,
      VectorChoices vectors,
      TaskRunner tasks,
      Notices notices) {
    this.library = library;
    this.samples = samples;
    this.vectors = vectors;
    this.tasks = tasks;
    this.notices = notices;
    search.addListener((property, before, now) -> shown.setPredicate(entry -> entry.matches(now)));
  }

  /** Looks into the library again. */
  public void refresh() {
    perform("Reading the vector library", () -> null);
  }

  /** Puts a vector into the library, selects it and says under which name. */
  public void add(SteeringVector vector, String note) {
    Latest.Turn turn = latest.start();
    tasks.start(
        "Saving " + vector.name(),
        (progress, cancellation) -> {
          LibraryEntry entry = library.add(vector, note, List.of());
          return new Outcome(contents(), entry.file());
        },
        outcome -> {
          show(outcome, turn);
          String name = VectorFiles.baseName(Objects.requireNonNull(outcome.wanted()));
          notices.show(Notice.info("The vector " + name + " is in the library."));
        },
        notices::fail);
  }

  /** Gives the selected vector another name. */
  public void rename(String newName) {
    own()
        .ifPresent(
            entry -> {
              if (!newName.strip().equals(entry.name())) {
                notices.settle();
                tasks.start(
                    "Renaming " + entry.name(),
                    (progress, cancellation) -> {
                      Path now = library.rename(entry.name(), newName).file();
                      return new Outcome(contents(), now);
                    },
                    outcome -> {
                      Path now = Objects.requireNonNull(outcome.wanted());
                      boolean still = entry.equals(selected.get());
                      show(new Outcome(outcome.contents(), still ? now : null), latest.start());
                      vectors.moved(entry.file(), now);
                    },
                    notices::fail);
              }
            });
  }

  /** Notes something about the selected vector. */
  public void annotate(String note, List<String> tags) {
    own()
        .ifPresent(
            entry -> {
              if (!entry.annotation().with(note, tags).equals(entry.annotation())) {
                perform(
                    "Noting about " + entry.name(),
                    () -> {
                      library.annotate(entry.name(), note, tags);
                      return null;
                    });
              }
            });
  }

  /** Copies the selected vector into the library; a sample too, so that it can be changed. */
  public void duplicate() {
    LibraryEntry entry = selected.get();
    if (entry != null) {
      notices.settle();
      perform(
          "Copying " + entry.name(),
          () ->
              entry.readOnly()
                  ? library.add(entry.load(), "", List.of()).file()
                  : library.duplicate(entry.name()).file());
    }
  }

  /** Deletes the selected vector; {@link #undoDelete} brings it back. */
  public void delete() {
    own()
        .ifPresent(
            entry -> {
              notices.settle();
              tasks.start(
                  "Deleting " + entry.name(),
                  (progress, cancellation) -> library.delete(entry.name()),
                  gone -> {
                    deleted.push(gone);
                    lastDeleted.set(gone);
                    vectors.gone(entry.file());
                    refresh();
                  },
                  notices::fail);
            });
  }

  /** Brings back the vector that was deleted last. */
  public void undoDelete() {
    if (!deleted.isEmpty()) {
      notices.settle();
      DeletedVector last = deleted.pop();
      lastDeleted.set(deleted.peek());
      perform("Bringing back " + last.name(), () -> library.restore(last).file());
    }
  }

  /** No longer offers to bring back what was deleted. */
  public void forgetDeleted() {
    deleted.clear();
    lastDeleted.set(null);
  }

  private Optional<LibraryEntry> own() {
    return Optional.ofNullable(selected.get()).filter(entry -> !entry.readOnly());
  }

  private void perform(String title, Work work) {
    Latest.Turn turn = latest.start();
    tasks.start(
        title,
        (progress, cancellation) -> {
          Path wanted = work.run();
          return new Outcome(contents(), wanted);
        },
        outcome -> show(outcome, turn),
        notices::fail);
  }

  private LibraryContents contents() {
    return library.list().and(samples.get());
  }

  /** An outcome that arrives after a later one was asked for is old news. */
  private void show(Outcome outcome, Latest.Turn turn) {
    for (String warning : outcome.contents().warnings()) {
      if (toldWarnings.add(warning)) {
        notices.show(Notice.warning(warning));
      }
    }
    if (turn.current()) {
      LibraryEntry present = selected.get();
      @Nullable Path wanted =
          outcome.wanted() != null || present == null ? outcome.wanted() : present.file();
      all.setAll(outcome.contents().entries());
      vectors.offer(all.stream().map(LibraryViewModel::source).toList());
      selected.set(
          all.stream().filter(entry -> entry.file().equals(wanted)).findFirst().orElse(null));
    }
  }

  /** The built-in vector keeps its own name in the settings: its file moves with the program. */
  static Source source(LibraryEntry entry) {
    return entry.readOnly() && entry.name().equals(Source.SAMPLE_VECTOR.name())
        ? Source.SAMPLE_VECTOR
        : Source.vector(entry.file());
  }

  /** Every vector, the samples last. */
  public ObservableList<LibraryEntry> all() {
    return all;
  }

  /** The vectors that the search finds. */
  public FilteredList<LibraryEntry> shown() {
    return shown;
  }

  /** Words that must occur; all vectors are shown while there are none. */
  public StringProperty searchProperty() {
    return search;
  }

  /** The vector that is looked at; null for none. */
  public ObjectProperty<@Nullable LibraryEntry> selectedProperty() {
    return selected;
  }

  /** The vector that {@link #undoDelete} brings back; null for none. */
  public ReadOnlyObjectProperty<@Nullable DeletedVector> lastDeletedProperty() {
    return lastDeleted.getReadOnlyProperty();
  }
}
