package org.densesteer.ui.vector;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.Settings;
import org.jspecify.annotations.Nullable;

/** The steering vector in use, and how another one takes its place. */
public final class VectorViewModel {

  private final Function<Path, SteeringVector> reader;
  private final Supplier<SteeringVector> sample;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Settings settings;

  private final ReadOnlyObjectWrapper<@Nullable VectorInUse> inUse =
      new ReadOnlyObjectWrapper<>();
  private int attempt;

  /**
   * Creates the view model.
   *
   * @param reader reads a vector file; called on a background thread
   * @param sample gives the sample vector; called on a background thread
   */
  public VectorViewModel(
      Function<Path, SteeringVector> reader,
      Supplier<SteeringVector> sample,
      TaskRunner tasks,
      Notices notices,
      Settings settings) {
    this.reader = reader;
    this.sample = sample;
    this.tasks = tasks;
    this.notices = notices;
    this.settings = settings;
  }

  /** Reads a vector in the background; the present one stays when that fails. */
  public void open(VectorSource wanted) {
    int thisAttempt = ++attempt;
    Path file = wanted.file();
    tasks.start(
        "Reading " + wanted.name(),
        (progress, cancellation) -> file == null ? sample.get() : reader.apply(file),
        opened -> {
          if (thisAttempt == attempt) {
            use(new VectorInUse(wanted, opened));
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
