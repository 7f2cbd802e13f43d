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
    Files.createDirectories(root.resolve("models--Acme--Tiny/snapshots/.tmp"));
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
    for (String name : List.of("config.json", "tokenizer.json")) {
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
  void saysThatTheWeightsAreMissing() throws IOException {
    Map<String, byte[]> files = Checkpoints.files(1_000);
    files.remove("model.safetensors");
    assertEquals(
        Optional.of(
            "It is incomplete: its weights are missing (neither model.safetensors nor"
                + " model.safetensors.index.json is there)."),
        new SnapshotFiles(write(REPO, NEW, files)).defect());
  }

  @Test
  void aTokenizerOfAnOlderKindIsNamed() throws IOException {
    Map<String, byte[]> files = Checkpoints.files(1_000);
    files.remove("tokenizer.json");
    files.put("tokenizer.model", new byte[4]);
    assertEquals(
        Optional.of("It has its tokenizer as tokenizer.model only: tokenizer.json is needed."),
        new SnapshotFiles(write(REPO, NEW, files)).defect());
  }

  @Test
  void theConfigurationIsAskedBeforeTheWeights() throws IOException {
    Map<String, byte[]> files = Checkpoints.files(1_000);
    files.put(
        "config.json",
        Checkpoints.config(1_000).replace("{", "{\"quantization\": {\"bits\": 4},").getBytes());
    files.put("model.safetensors", new byte[3]);
    write(REPO, NEW, files);
    files.remove("model.safetensors");
    write(REPO, OLD, files);
    for (CachedSnapshot found : new HubCache(root).snapshots(new CheckpointSupport())) {
      assertEquals(
          Optional.of(
              "The checkpoint Acme/Tiny cannot be run: its weights are quantised for MLX (4 bits),"
                  + " which is not supported."),
          found.problem());
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
        Optional.of(
            "Its model.safetensors.index.json names '../../../secret.safetensors', which is no"
                + " weight file."),
        new SnapshotFiles(write(REPO, NEW, files)).defect());
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
