package org.densesteer.hub;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.densesteer.common.Cancellation;

/** A cache in a test folder, a hub, and a patient client between them. */
final class DownloadBench {

  /** Quick retries, and a stall that a test can wait for. */
  static final RetryPolicy QUICK =
      new RetryPolicy(
          3,
          Duration.ofMillis(1),
          Duration.ofMillis(4),
          Duration.ofSeconds(60),
          Duration.ofMillis(500));

  final HubCache cache;
  final PauseSwitch pause = new PauseSwitch();
  final Cancellation cancellation = new Cancellation();
  final List<DownloadProgress> heard = new CopyOnWriteArrayList<>();
  SnapshotLinks links = new SnapshotLinks(true);
  DiskSpace disk = DiskSpace.ofDisk();
  RetryPolicy policy = QUICK;

  private final URI endpoint;
  private final Map<String, String> variables = new HashMap<>();

  DownloadBench(Path folder, URI endpoint) {
    this.cache = new HubCache(folder.resolve("cache"));
    this.endpoint = endpoint;
    variables.put("HF_ENDPOINT", endpoint.toString());
    variables.put("HF_HOME", folder.resolve("home").toString());
  }

  DownloadBench with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  HubClient client() {
    return new HubClient(new HubEnvironment(variables, cache.root()), policy);
  }

  RemoteSnapshot describe() {
    return client().describe(FakeHub.REPO, "main", cancellation);
  }

  SnapshotDownload download() {
    return new SnapshotDownload(client(), cache, links, disk);
  }

  /** Asks and fetches. */
  Path fetch() {
    return download().fetch(describe(), config -> {}, pause, cancellation, heard::add);
  }

  RepoFolder place() {
    return new RepoFolder(cache.root(), FakeHub.REPO);
  }

  /** Where the weights are while they come. */
  Path incomplete(FakeHub hub) {
    return place().incomplete(etag(hub, "model.safetensors"));
  }

  static String etag(FakeHub hub, String file) {
    return Checkpoints.etag(file, hub.files.get(file));
  }

  String host() {
    return endpoint.getAuthority();
  }
}
