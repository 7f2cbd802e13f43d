package org.densesteer.ui.steering;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.jspecify.annotations.Nullable;

/** The steering vector in use, and how another one takes its place. */
public final class VectorViewModel {

  private final Function<Source, OpenedVector> reader;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Settings settings;

  private final ReadOnlyObjectWrapper<@Nullable VectorInUse> inUse = new ReadOnlyObjectWrapper<>();
  private List<Source> kept = List.of();
  private int attempt;

  /**
   * Creates the view model.
   *
   * @param reader reads a vector; called on a background thread
   */
  public VectorViewModel(
      Function<Source, OpenedVector> reader, TaskRunner tasks, Notices notices, Settings settings) {
    this.reader = reader;
    this.tasks = tasks;
    this.notices = notices;
    this.settings = settings;
  }

  /** Reads a vector in the background; the present one stays when that fails. */
  public void open(Source wanted) {
    open(wanted, opened -> {});
  }

  /**
   * The same.
   *
   * @param then hears when it is in use, unless another one took its place meanwhile
   */
  public void open(Source wanted, Consumer<VectorInUse> then) {
    int thisAttempt = ++attempt;
    read(
        wanted,
        opened -> {
          if (thisAttempt == attempt) {
            use(opened);
            then.accept(opened);
          }
        });
  }

  /** Reads a vector in the background for another purpose than to be the one in use. */
  public void read(Source wanted, Consumer<VectorInUse> then) {
    tasks.start(
        "Reading " + wanted.name(),
        (progress, cancellation) -> reader.apply(wanted),
        opened -> {
          opened.warnings().forEach(warning -> notices.show(Notice.warning(warning)));
          then.accept(new VectorInUse(wanted, opened.vector()));
        },
        notices::fail);
  }

  /** Follows a vector file that was given another name. */
  public void moved(Path from, Path to) {
    Source before = Source.vector(from);
    Source after = Source.vector(to);
    settings
        .recentVectors()
        .replaceAll(recent -> recent.equals(before.key()) ? after.key() : recent);
    VectorInUse present = inUse.get();
    if (present != null && present.source().key().equals(before.key())) {
      use(new VectorInUse(after, present.vector().renamed(after.name())));
    }
  }

  /** No longer offers a vector file that is gone. */
  public void gone(Path file) {
    settings.recentVectors().remove(Source.vector(file).key());
  }

  /** Puts a vector in use that is in memory already, such as when a choice is undone. */
  public void use(VectorInUse other) {
    attempt++;
    settings.vectorProperty().set(other.source().key());
    if (other.source().path() != null) {
      Settings.remember(settings.recentVectors(), other.source().path());
    }
    inUse.set(other);
  }

  /** Says which vectors are kept in the library, to be offered too. */
  public void offer(List<Source> inLibrary) {
    kept = List.copyOf(inLibrary);
  }

  /** The vectors to choose from: the sample vector, the library, then files opened before. */
  public List<Source> choices() {
    Stream<Source> opened = settings.recentVectors().stream().map(Source::vector);
    Set<String> seen = new HashSet<>();
    return Stream.of(Stream.of(Source.SAMPLE_VECTOR), kept.stream(), opened)
        .flatMap(sources -> sources)
        .filter(source -> seen.add(source.key()))
        .toList();
  }

  /** The vector in use; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable VectorInUse> inUseProperty() {
    return inUse.getReadOnlyProperty();
  }
}
