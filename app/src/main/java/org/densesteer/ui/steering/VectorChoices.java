package org.densesteer.ui.steering;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.densesteer.common.Latest;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;

/** The vectors to choose from. One that was read goes to the steering panel, which keeps it. */
public final class VectorChoices {

  /** Files that hold vectors. */
  public static final FileKind FILES =
      new FileKind(
          "Steering vectors",
          VectorFormats.all().stream()
              .flatMap(format -> format.endings().stream())
              .map(ending -> "*" + ending)
              .toList());

  private final Function<Source, OpenedVector> reader;
  private final SteeringViewModel steering;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Settings settings;
  private List<Source> kept = List.of();
  private List<Source> ofSession = List.of();
  private final Latest opening = new Latest();

  /**
   * Creates the choices.
   *
   * @param reader reads a vector; called on a background thread
   */
  public VectorChoices(
      Function<Source, OpenedVector> reader,
      SteeringViewModel steering,
      TaskRunner tasks,
      Notices notices,
      Settings settings) {
    this.reader = reader;
    this.steering = steering;
    this.tasks = tasks;
    this.notices = notices;
    this.settings = settings;
    steering.vectorProperty().subscribe(other -> opening.forget());
  }

  /** Opens the vector that was in use last. */
  void restore() {
    open(Source.vector(settings.vectorProperty().get()));
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
    read(
        wanted,
        opening
            .start()
            .only(
                opened -> {
                  steering.use(opened);
                  then.accept(opened);
                }));
  }

  /** Reads a vector in the background for another purpose than to be the one in use. */
  public void read(Source wanted, Consumer<VectorInUse> then) {
    read(wanted, then, () -> {});
  }

  /**
   * The same.
   *
   * @param otherwise hears that it could not be read, once that is said
   */
  public void read(Source wanted, Consumer<VectorInUse> then, Runnable otherwise) {
    tasks.start(
        "Reading " + wanted.name(),
        (progress, cancellation) -> reader.apply(wanted),
        opened -> {
          opened.warnings().forEach(warning -> notices.show(Notice.warning(warning)));
          then.accept(new VectorInUse(wanted, opened.vector()));
        },
        failure -> {
          notices.fail(failure);
          otherwise.run();
        });
  }

  /** Follows a vector file that was given another name. */
  public void moved(Path from, Path to) {
    Source before = Source.vector(from);
    Source after = Source.vector(to);
    settings
        .recentVectors()
        .replaceAll(recent -> recent.equals(before.key()) ? after.key() : recent);
    steering.renamed(before.key(), after);
  }

  /** No longer offers a vector file that is gone. */
  public void gone(Path file) {
    settings.recentVectors().remove(Source.vector(file).key());
  }

  /** Says which vectors are kept in the library, to be offered too. */
  public void offer(List<Source> inLibrary) {
    kept = List.copyOf(inLibrary);
  }

  /** Says which vectors came with a session, to be offered as long as it is open. */
  public void offerOfSession(List<Source> inSession) {
    ofSession = List.copyOf(inSession);
  }

  /** All of them: the sample vector, the library, the session's, then files opened before. */
  public List<Source> all() {
    Stream<Source> opened = settings.recentVectors().stream().map(Source::vector);
    Set<String> seen = new HashSet<>();
    return Stream.of(Stream.of(Source.SAMPLE_VECTOR), kept.stream(), ofSession.stream(), opened)
        .flatMap(sources -> sources)
        .filter(source -> seen.add(source.key()))
        .toList();
  }
}
