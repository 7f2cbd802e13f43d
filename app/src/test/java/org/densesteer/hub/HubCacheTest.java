package org.densesteer.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubCacheTest {

  private static final String OLD = "a".repeat(40);
  private static final String NEW = "b".repeat(40);
  private static final RepoId REPO = RepoId.parse("Acme/Tiny");

  @TempDir Path root;

  @Test
  void anAbsentCacheIsEmpty() {
    assertEquals(List.of(), new HubCache(root.resolve("none")).snapshots(SnapshotSupport.ANY));
  }

  @Test
  void listsEveryCommitWithItsFigures() throws IOException {
    Map<String, byte[]> files = Checkpoints.files(1_000);
    write(REPO, NEW, files);
    write(REPO, OLD, files);
    write(RepoId.parse("Bcme/Other"), OLD, files);
    ref(REPO, "main", NEW);
    ref(REPO, "pr/1", OLD);
    Files.createDirectories(root.resolve("datasets--a--b/snapshots/" + OLD));
    write(REPO, "abc", files);
    Files.writeString(root.resolve("version.txt"), "1");

    List<CachedSnapshot> found = new HubCache(root).snapshots(SnapshotSupport.ANY);
    assertEquals(List.of(NEW, OLD, OLD), found.stream().map(CachedSnapshot::commit).toList());
    CachedSnapshot first = found.get(0);
    assertEquals(REPO, first.repo());
    assertEquals(List.of("main"), first.refs());
    assertEquals(List.of("pr/1"), found.get(1).refs());
    assertEquals(OptionalLong.of(1_000), first.parameters());
    assertEquals(files.values().stream().mapToLong(f -> f.length).sum(), first.bytes());
    assertTrue(first.problem().isEmpty());
  }

  @Test
  void asksWhetherAWholeModelIsSupported() throws IOException {
    write(REPO, NEW, Checkpoints.files(1_000));
    SnapshotSupport none = folder -> Optional.of("It is of an unknown kind.");
    CachedSnapshot found = new HubCache(root).snapshots(none).get(0);
    assertEquals(Optional.of("It is of an unknown kind."), found.problem());
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    for (String name : List.of("config.json", "tokenizer.json", "model.safetensors")) {
      Map<String, byte[]> files = Checkpoints.files(1_000);
      files.remove(name);
      Path folder = write(REPO, NEW, files);
      Files.deleteIfExists(folder.resolve(name));
      assertEquals(
          Optional.of("It is incomplete: " + name + " is missing."),
          new SnapshotFiles(folder).defect());
    }
  }

  @Test
  void estimatesTheParametersWhenTheWeightsAreMissing() throws IOException {
    Map<String, byte[]> files = Checkpoints.files(1_000);
    files.remove("model.safetensors");
    Path folder = write(REPO, NEW, files);
    assertEquals(OptionalLong.of(1_000), new SnapshotFiles(folder).parameters());
  }

  @Test
  void noticesALinkWithoutItsBlob() throws IOException {
    Map<String, byte[]> files = Checkpoints.files(1_000);
    files.remove("tokenizer.json");
    Path folder = write(REPO, NEW, files);
    Files.createSymbolicLink(folder.resolve("tokenizer.json"), Path.of("../../blobs/none"));
    assertEquals(
        Optional.of("It is incomplete: tokenizer.json is missing."),
        new SnapshotFiles(folder).defect());
  }

  @Test
  void noticesWeightsThatAreCutShort() throws IOException {
    Map<String, byte[]> files = Checkpoints.files(1_000);
    files.compute("model.safetensors", (name, bytes) -> Arrays.copyOf(bytes, bytes.length - 1));
    Path folder = write(REPO, NEW, files);
    String defect = new SnapshotFiles(folder).defect().orElseThrow();
    assertTrue(defect.contains("model.safetensors is broken"), defect);
    assertTrue(new SnapshotFiles(folder).parameters().isPresent(), "by the configuration");
  }

  @Test
  void anIndexNamesNoFilesOutside() throws IOException {
    Map<String, byte[]> files = Checkpoints.files(1_000);
    files.remove("model.safetensors");
    files.put(
        "model.safetensors.index.json",
        "{\"weight_map\":{\"a\":\"../../../secret.safetensors\"}}".getBytes());
    assertEquals(
        Optional.of("It is incomplete: model.safetensors is missing."),
        new SnapshotFiles(write(REPO, NEW, files)).defect());
  }

  @Test
  void findsARevision() throws IOException {
    Path folder = write(REPO, NEW, Checkpoints.files(1_000));
    ref(REPO, "main", NEW);
    HubCache cache = new HubCache(root);
    assertEquals(Optional.of(folder), cache.find(REPO, "main"));
    assertEquals(Optional.of(folder), cache.find(REPO, NEW));
    assertEquals(Optional.empty(), cache.find(REPO, OLD));
    assertEquals(Optional.empty(), cache.find(REPO, "other"));
    ref(REPO, "main", "../../..");
    assertEquals(Optional.empty(), cache.find(REPO, "main"));
  }

  private Path write(RepoId repo, String commit, Map<String, byte[]> files) throws IOException {
    Path folder = new RepoFolder(root, repo).snapshot(commit);
    Checkpoints.write(folder, files);
    return folder;
  }

  private void ref(RepoId repo, String name, String commit) throws IOException {
    Path file = new RepoFolder(root, repo).ref(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, commit);
  }
}
