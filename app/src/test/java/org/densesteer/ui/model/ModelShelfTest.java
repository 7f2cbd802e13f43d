package org.densesteer.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.densesteer.hub.HubEnvironment;
import org.densesteer.hub.ModelStore;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShelfTest {

  private static final Path SAMPLE = Path.of("app", "sample-model");

  @TempDir Path folder;
  private final Settings settings = new Settings();

  private ModelShelf shelf() {
    ModelStore store =
        new ModelStore(new HubEnvironment(Map.of("HF_HUB_CACHE", cache().toString()), folder));
    return new ModelShelf(store, settings, () -> SAMPLE, new SameThreadTasks(), Runnable::run);
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  private ModelShelf.Contents refreshed() {
    ModelShelf shelf = shelf();
    shelf.refresh();
    return shelf.contentsProperty().get();
  }

  /** A copy of the sample model in the cache. */
  private Path cached(String repo, String commit) throws IOException {
    Path home = cache().resolve("models--" + repo.replace("/", "--"));
    Files.createDirectories(home.resolve("refs"));
    Files.writeString(home.resolve("refs/main"), "a".repeat(40));
    return copied(home.resolve("snapshots").resolve(commit));
  }

  private static Path copied(Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(SAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return to;
  }

  private static List<String> names(List<ModelChoice> choices) {
    return choices.stream().map(choice -> choice.source().name()).toList();
  }

  @Test
  void knowsNamesBeforeItLooked() throws IOException {
    Settings.remember(settings.recentModels(), Source.model(copied(folder.resolve("mine"))));
    assertEquals(List.of("Sample model", "mine"), names(shelf().contentsProperty().get().opened()));
  }

  @Test
  void tellsTheSizeOfWhatItFinds() throws IOException {
    Settings.remember(settings.recentModels(), Source.model(copied(folder.resolve("mine"))));
    cached("Acme/Tiny", "a".repeat(40));
    ModelShelf.Contents found = refreshed();
    assertEquals(List.of("Sample model", "mine"), names(found.opened()));
    assertEquals("2.5 M weights · 5.1 MB", found.opened().get(0).details());
    assertEquals(List.of("Tiny"), names(found.usable()));
    assertTrue(
        found.usable().get(0).details().startsWith("Acme · 2.5 M weights · "),
        found.usable().get(0).details());
    assertEquals(Optional.empty(), found.cacheProblem());
  }

  @Test
  void aSnapshotThatWasOpenedBeforeStandsThereOnce() throws IOException {
    Settings.remember(settings.recentModels(), Source.model(cached("Acme/Tiny", "a".repeat(40))));
    ModelShelf.Contents found = refreshed();
    assertEquals(List.of("Sample model"), names(found.opened()));
    assertEquals(List.of("Tiny"), names(found.usable()));
  }

  @Test
  void anotherCommitIsToldApart() throws IOException {
    cached("Acme/Tiny", "b".repeat(40));
    assertTrue(
        refreshed().usable().get(0).details().startsWith("Acme @ bbbbbbb · "),
        refreshed().usable().get(0).details());
  }

  @Test
  void whatCannotBeOpenedIsSetApartWithItsReason() throws IOException {
    Settings.remember(settings.recentModels(), Source.model(folder.resolve("gone")));
    Files.delete(cached("Acme/Broken", "a".repeat(40)).resolve("tokenizer.json"));
    ModelShelf.Contents found = refreshed();
    assertTrue(found.usable().isEmpty());
    assertEquals(List.of("gone", "Broken"), names(found.unusable()));
    assertEquals(
        Optional.of("It is incomplete: tokenizer.json is missing."),
        found.unusable().get(1).problem());
  }

  @Test
  void aFolderWithoutTokenizerIsNotOffered() throws IOException {
    Path mine = copied(folder.resolve("mine"));
    Settings.remember(settings.recentModels(), Source.model(mine));
    Files.delete(mine.resolve("tokenizer.json"));
    List<ModelChoice> unusable = refreshed().unusable();
    assertEquals(List.of("mine"), names(unusable));
    assertEquals(
        Optional.of("The checkpoint " + mine + " has no tokenizer.json."),
        unusable.get(0).problem());
  }

  @Test
  void onlyTheLatestLookCounts() throws IOException {
    List<Runnable> looks = new ArrayList<>();
    ModelStore store =
        new ModelStore(new HubEnvironment(Map.of("HF_HUB_CACHE", cache().toString()), folder));
    ModelShelf shelf =
        new ModelShelf(store, settings, () -> SAMPLE, new SameThreadTasks(), looks::add);
    shelf.refresh();
    cached("Acme/Tiny", "a".repeat(40));
    shelf.refresh();
    looks.get(1).run();
    looks.get(0).run();
    assertEquals(List.of("Tiny"), names(shelf.contentsProperty().get().usable()));
  }
}
