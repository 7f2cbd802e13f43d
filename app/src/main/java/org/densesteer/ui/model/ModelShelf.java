package org.densesteer.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densesteer.common.FaultException;
import org.densesteer.common.Latest;
import org.densesteer.hub.CachedSnapshot;
import org.densesteer.hub.ModelStore;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.model.memory.ByteSize;
import org.densesteer.ui.common.Numbers;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;

/** The models on this machine: the sample model, folders opened before, the Hugging Face cache. */
public final class ModelShelf {

  /**
   * What was found.
   *
   * @param opened the sample model, then folders opened before that lie outside the cache
   * @param cached what lies in the cache, by name
   * @param cacheProblem why the cache could not be listed; empty when it could
   */
  public record Contents(
      List<ModelChoice> opened, List<ModelChoice> cached, Optional<String> cacheProblem) {

    /** The models of the cache that can be opened. */
    public List<ModelChoice> usable() {
      return cached.stream().filter(choice -> choice.problem().isEmpty()).toList();
    }

    /** All that cannot be opened, with the reason. */
    public List<ModelChoice> unusable() {
      return Stream.concat(opened.stream(), cached.stream())
          .filter(choice -> choice.problem().isPresent())
          .toList();
    }
  }

  private final ModelStore store;
  private final Settings settings;
  private final Supplier<Path> sampleFolder;
  private final TaskRunner tasks;
  private final Executor windowThread;
  private final ReadOnlyObjectWrapper<Contents> contents;
  private final Latest looks = new Latest();

  /**
   * Creates a shelf that knows names only until it is refreshed.
   *
   * @param sampleFolder finds the sample model's folder; called on a background thread
   * @param windowThread runs what must happen on the window's thread
   */
  public ModelShelf(
      ModelStore store,
      Settings settings,
      Supplier<Path> sampleFolder,
      TaskRunner tasks,
      Executor windowThread) {
    this.store = store;
    this.settings = settings;
    this.sampleFolder = sampleFolder;
    this.tasks = tasks;
    this.windowThread = windowThread;
    contents =
        new ReadOnlyObjectWrapper<>(
            new Contents(
                Stream.concat(
                        Stream.of(Source.SAMPLE_MODEL), recent(settings.recentModels()).stream())
                    .map(source -> new ModelChoice(source, "", Optional.empty()))
                    .toList(),
                List.of(),
                Optional.empty()));
  }

  /** Looks again, in the background. */
  public void refresh() {
    Consumer<Contents> taker = looks.start().only(contents::set);
    List<String> recent = List.copyOf(settings.recentModels());
    tasks.quietly(
        () -> {
          Contents found = look(recent);
          windowThread.execute(() -> taker.accept(found));
        });
  }

  private Contents look(List<String> recent) {
    List<ModelChoice> cached = new ArrayList<>();
    Optional<String> cacheProblem = Optional.empty();
    try {
      store.models().forEach(snapshot -> cached.add(choice(snapshot)));
    } catch (FaultException e) {
      cacheProblem = Optional.of(String.valueOf(e.getMessage()));
    }
    Set<String> inCache =
        cached.stream().map(choice -> choice.source().key()).collect(Collectors.toSet());
    List<ModelChoice> opened = new ArrayList<>();
    opened.add(choice(Source.SAMPLE_MODEL, sampleFolder));
    for (Source source : recent(recent)) {
      if (source.path() != null && !inCache.contains(source.key())) {
        opened.add(choice(source, source::path));
      }
    }
    return new Contents(opened, cached, cacheProblem);
  }

  private static List<Source> recent(List<String> paths) {
    return paths.stream().map(Source::model).toList();
  }

  private static ModelChoice choice(Source source, Supplier<Path> folder) {
    try {
      Path found = folder.get();
      Checkpoint checkpoint = Checkpoint.open(found);
      Tokenizer.fileIn(found);
      OptionalLong parameters = OptionalLong.of(checkpoint.weights().parameters());
      String size = size(parameters, checkpoint.weights().bytes());
      return new ModelChoice(source, size, Optional.empty());
    } catch (FaultException e) {
      return new ModelChoice(source, "", Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private static ModelChoice choice(CachedSnapshot snapshot) {
    String owner = snapshot.repo().owner();
    String commit = snapshot.refs().contains("main") ? "" : "@ " + snapshot.shortCommit();
    String details =
        Stream.of((owner + " " + commit).strip(), size(snapshot.parameters(), snapshot.bytes()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    return new ModelChoice(Source.model(snapshot.folder()), details, snapshot.problem());
  }

  private static String size(OptionalLong parameters, long bytes) {
    String weights =
        parameters.isPresent() ? Numbers.compact(parameters.getAsLong()) + " weights · " : "";
    return weights + ByteSize.text(bytes);
  }

  /** What was found last. */
  public ReadOnlyObjectProperty<Contents> contentsProperty() {
    return contents.getReadOnlyProperty();
  }
}
