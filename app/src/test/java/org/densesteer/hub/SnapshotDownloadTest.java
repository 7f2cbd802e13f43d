package org.densesteer.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.densesteer.common.FaultException;
import org.densesteer.hub.DownloadProgress.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotDownloadTest {

  private final FakeHub hub = new FakeHub();
  @TempDir Path folder;
  private DownloadBench bench;

  @BeforeEach
  void open() {
    bench = new DownloadBench(folder, hub.address());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void leavesTheLayoutThatPythonToolsKnow() throws IOException {
    Path snapshot = bench.fetch();
    assertEquals(
        bench.cache.root().resolve("models--Acme--Tiny-Instruct/snapshots/" + FakeHub.COMMIT),
        snapshot);
    assertEquals(FakeHub.COMMIT, Files.readString(bench.place().ref("main")));
    TreeSet<String> blobs = new TreeSet<>();
    for (String name : Checkpoints.files(2).keySet()) {
      Path file = snapshot.resolve(name);
      String etag = DownloadBench.etag(hub, name);
      assertArrayEquals(hub.files.get(name), Files.readAllBytes(file), name);
      assertEquals(Path.of("../../blobs", etag), Files.readSymbolicLink(file));
      blobs.add(etag);
    }
    assertEquals(blobs, names(bench.place().folder().resolve("blobs")));
    assertEquals(Checkpoints.files(2).keySet(), names(snapshot));
  }

  @Test
  void everyFileMayBeReadByThoseWhoShareTheCache() throws IOException {
    Path snapshot = bench.fetch();
    Path plain = Files.writeString(folder.resolve("plain"), "as any program writes it");
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    var expected = Files.getPosixFilePermissions(plain);
    assertEquals(expected, Files.getPosixFilePermissions(bench.place().ref("main")));
    assertEquals(expected, Files.getPosixFilePermissions(snapshot.resolve("model.safetensors")));
  }

  @Test
  void tellsHowFarItIs() {
    RemoteSnapshot snapshot = bench.describe();
    assertEquals(snapshot.totalBytes(), bench.download().missingBytes(snapshot));
    bench.fetch();
    assertEquals(0, bench.download().missingBytes(snapshot));
    DownloadProgress last = bench.heard.get(bench.heard.size() - 1);
    assertEquals(Phase.DONE, last.phase());
    assertEquals(snapshot.totalBytes(), last.doneBytes());
    assertEquals(1, last.fraction());
    assertTrue(
        bench.heard.stream()
            .anyMatch(p -> p.phase() == Phase.CHECKING && p.file().equals("model.safetensors")));
    List<Long> done = bench.heard.stream().map(DownloadProgress::doneBytes).toList();
    assertEquals(done.stream().sorted().toList(), done);
  }

  @Test
  void fetchesNothingTwice() {
    bench.fetch();
    int before = hub.seen.size();
    bench.fetch();
    assertEquals(before + 1, hub.seen.size(), "only the listing is asked for again");
  }

  @Test
  void fetchesAgainWhatWasCutShortInTheCache() throws IOException {
    bench.fetch();
    Path blob = bench.place().blob(DownloadBench.etag(hub, "model.safetensors"));
    Files.write(blob, new byte[100]);
    Path snapshot = bench.fetch();
    assertArrayEquals(
        hub.files.get("model.safetensors"),
        Files.readAllBytes(snapshot.resolve("model.safetensors")));
  }

  @Test
  void refusesAFullDiskBeforeFetching() {
    bench.disk = new DiskSpace(where -> 50_000_000);
    FaultException fault = assertThrows(FaultException.class, bench::fetch);
    assertEquals(
        "Acme/Tiny-Instruct needs 67.2 MB of disk space but only 50.0 MB is free where "
            + bench.cache.root()
            + " lies: make room, or set HF_HUB_CACHE to a folder on another disk.",
        fault.getMessage());
    assertTrue(hub.gets("config.json").isEmpty());
  }

  @Test
  void linksHardWhereSymbolicLinksAreImpossible() throws IOException {
    bench.links = new SnapshotLinks(false);
    Path weights = bench.fetch().resolve("model.safetensors");
    assertFalse(Files.isSymbolicLink(weights));
    assertTrue(
        Files.isSameFile(
            weights, bench.place().blob(DownloadBench.etag(hub, "model.safetensors"))));
    bench.fetch();
    assertEquals(1, hub.gets("model.safetensors").size());
  }

  @Test
  void movesTheContentWhereNoLinksArePossible() throws IOException {
    SnapshotLinks.Way never =
        (name, blob) -> {
          throw new IOException("no links on this disk");
        };
    bench.links = new SnapshotLinks(never, never);
    Path snapshot = bench.fetch();
    assertArrayEquals(
        hub.files.get("model.safetensors"),
        Files.readAllBytes(snapshot.resolve("model.safetensors")));
    assertTrue(names(bench.place().folder().resolve("blobs")).isEmpty());
    bench.fetch();
    assertEquals(1, hub.gets("model.safetensors").size());
  }

  @Test
  void fetchesAllShardsOfAnIndex() throws IOException {
    hub.files.remove("model.safetensors");
    hub.files.put("model-00001-of-00002.safetensors", Checkpoints.weights(200));
    hub.files.put("model-00002-of-00002.safetensors", Checkpoints.weights(100));
    hub.files.put("consolidated.safetensors", Checkpoints.weights(300));
    String index =
        "{\"weight_map\": {\"a\": \"model-00001-of-00002.safetensors\","
            + " \"b\": \"model-00002-of-00002.safetensors\"}}";
    hub.files.put("model.safetensors.index.json", index.getBytes());
    Path snapshot = bench.fetch();
    assertTrue(Files.exists(snapshot.resolve("model-00002-of-00002.safetensors")));
    assertFalse(Files.exists(snapshot.resolve("consolidated.safetensors")));
    assertEquals(300, new SnapshotFiles(snapshot).parameters().getAsLong());
  }

  @Test
  void fetchesShardsByTheIndexWhateverTheyAreCalled() throws IOException {
    byte[] shard = Checkpoints.weights(200);
    hub.files.remove("model.safetensors");
    hub.files.put("model.safetensors-00001-of-00002.safetensors", shard);
    hub.files.put("parts/b (2).safetensors", Checkpoints.weights(100));
    hub.files.put("model-00003-of-00003.safetensors", Checkpoints.weights(50));
    hub.files.put("additional_chat_templates/tool_use.jinja", new byte[] {'x'});
    hub.files.put(
        "model.safetensors.index.json",
        "{\"weight_map\":{\"a\":\"model.safetensors-00001-of-00002.safetensors\",\"b\":\"parts/b (2).safetensors\"}}"
            .getBytes());
    Path snapshot = bench.fetch();
    assertArrayEquals(
        shard,
        Files.readAllBytes(snapshot.resolve("model.safetensors-00001-of-00002.safetensors")));
    assertEquals(300, new SnapshotFiles(snapshot).parameters().getAsLong());
    assertFalse(Files.exists(snapshot.resolve("model-00003-of-00003.safetensors")), "not named");
    assertTrue(Files.exists(snapshot.resolve("additional_chat_templates/tool_use.jinja")));
  }

  @Test
  void saysWhichShardTheServerLacks() {
    hub.files.remove("model.safetensors");
    hub.files.put("model-00001-of-00002.safetensors", Checkpoints.weights(200));
    hub.files.put(
        "model.safetensors.index.json",
        "{\"weight_map\":{\"a\":\"model-00001-of-00002.safetensors\",\"b\":\"model-00002-of-00002.safetensors\"}}"
            .getBytes());
    FaultException fault = assertThrows(FaultException.class, bench::fetch);
    assertEquals(
        "Acme/Tiny-Instruct lacks model-00002-of-00002.safetensors, which its"
            + " model.safetensors.index.json names.",
        fault.getMessage());
    assertFalse(Files.exists(bench.place().ref("main")));
  }

  private static TreeSet<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
