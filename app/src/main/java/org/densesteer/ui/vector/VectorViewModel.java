package org.densesteer.ui.vector;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.Settings;
import org.jspecify.annotations.Nullable;

/** The steering vector in use, and how another one takes its place. */
public final class VectorViewModel {

  private final Function<VectorSource, OpenedVector> reader;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Settings settings;

  private final ReadOnlyObjectWrapper<@Nullable VectorInUse> inUse = new ReadOnlyObjectWrapper<>();
  private int attempt;

  /**
   * Creates the view model.
   *
   * @param reader reads a vector; called on a background thread
   */
  public VectorViewModel(
      Function<VectorSource, OpenedVector> reader,
      TaskRunner tasks,
      Notices notices,
      Settings settings) {
    this.reader = reader;
    this.tasks = tasks;
    this.notices = notices;
    this.settings = settings;
  }

  /** Reads a vector in the background; the present one stays when that fails. */
  public void open(VectorSource wanted) {
    int thisAttempt = ++attempt;
    tasks.start(
        "Reading " + wanted.name(),
        (progress, cancellation) -> reader.apply(wanted),
        opened -> {
          if (thisAttempt == attempt) {
            opened.warnings().forEach(warning -> notices.show(Notice.warning(warning)));
            use(new VectorInUse(wanted, opened.vector()));
          }
        },
        notices::fail);
  }

  /** Puts a vector in use that is in memory already, such as when a choice is undone. */
  public void use(VectorInUse other) {
    attempt++;
    settings.vectorProperty().set(other.source().key());
    if (other.source().file() != null) {
      Settings.remember(settings.recentVectors(), other.source().file());
    }
    inUse.set(other);
  }

  /** The vectors to choose from: the sample vector, then files opened before. */
  public List<VectorSource> choices() {
    return Stream.concat(
            Stream.of(VectorSource.SAMPLE),
            settings.recentVectors().stream().map(path -> VectorSource.of(Path.of(path))))
        .toList();
  }

  /** The vector in use; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable VectorInUse> inUseProperty() {
    return inUse.getReadOnlyProperty();
  }
}
