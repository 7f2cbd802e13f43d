package org.densesteer.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.densesteer.common.FaultException;
import org.densesteer.hub.FakeHub.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubClientTest {

  private static final String WEIGHTS = "model.safetensors";

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
  void listsTheNeededFilesOnly() {
    RemoteSnapshot snapshot = bench.describe();
    assertEquals(FakeHub.COMMIT, snapshot.commit());
    assertEquals(
        Checkpoints.files(20_000).keySet(),
        new TreeSet<>(snapshot.files().stream().map(RemoteFile::name).toList()));
    RemoteFile last = snapshot.files().get(snapshot.files().size() - 1);
    assertEquals(
        new RemoteFile(WEIGHTS, hub.files.get(WEIGHTS).length, DownloadBench.etag(hub, WEIGHTS)),
        last);
  }

  @Test
  void asksForEachFileWhereAMirrorTellsNoChecksums() {
    RemoteSnapshot told = bench.describe();
    hub.tellsBlobs = false;
    assertEquals(told, bench.describe());
    assertTrue(hub.seen.stream().anyMatch(s -> s.method().equals("HEAD")));
  }

  @Test
  void theTokenIsShownToTheHubAndToNobodyElse() throws IOException {
    try (FakeHub storage = new FakeHub()) {
      storage.files.clear();
      storage.files.putAll(hub.files);
      String stored = storage.address() + "/storage/" + WEIGHTS + "?sign=%2B|a&name=\"w\"";
      FakeHub.Behaviour away = FakeHub.status(302, "Location", stored);
      hub.next(WEIGHTS, away, away);
      storage.next(WEIGHTS, FakeHub.cutAfter(30_000, bench.incomplete(hub)));
      bench.with("HF_TOKEN", "hf_secret");
      Path snapshot = bench.fetch();
      assertArrayEquals(hub.files.get(WEIGHTS), Files.readAllBytes(snapshot.resolve(WEIGHTS)));
      for (Seen request : hub.seen) {
        assertEquals("Bearer hf_secret", request.authorization(), request.path());
      }
      assertEquals(2, storage.seen.size());
      for (Seen request : storage.seen) {
        assertNull(request.authorization());
        assertEquals("sign=%2B%7Ca&name=%22w%22", request.query(), "the signature stays as it is");
      }
      assertEquals("bytes=30000-", storage.seen.get(1).range());
    }
  }

  @Test
  void followsARepositoryThatWasRenamed() throws IOException {
    String path = "/Acme/Tiny-Instruct-v2/resolve/" + FakeHub.COMMIT + "/config.json";
    hub.next("config.json", FakeHub.status(307, "Location", path));
    bench.with("HF_TOKEN", "hf_secret").fetch();
    Seen second = hub.seen.stream().filter(s -> s.path().equals(path)).findFirst().orElseThrow();
    assertEquals("Bearer hf_secret", second.authorization());
  }

  @Test
  void asksAgainWhenASignedAddressHasExpired() throws IOException {
    try (FakeHub storage = new FakeHub()) {
      storage.files.putAll(hub.files);
      storage.next(WEIGHTS, FakeHub.status(403));
      URI stored = storage.address().resolve("/storage/" + WEIGHTS);
      FakeHub.Behaviour away = FakeHub.status(302, "Location", stored.toString());
      hub.next(WEIGHTS, away, away);
      assertTrue(Files.exists(bench.fetch().resolve(WEIGHTS)));
      assertEquals(2, storage.seen.size());
    }
  }

  @Test
  void endsARedirectThatNeverEnds() {
    FakeHub.Behaviour round =
        FakeHub.status(302, "Location", "/a/b/resolve/" + FakeHub.COMMIT + "/config.json");
    FakeHub.Behaviour[] many = new FakeHub.Behaviour[20];
    Arrays.fill(many, round);
    hub.next("config.json", many);
    assertTrue(sentence(bench::fetch).contains("more than 10 redirects"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file:///etc/passwd", "http://[", "ftp://a/b"})
  void refusesRedirectsThatLeadNowhereSafe(String location) {
    hub.next("config.json", FakeHub.status(302, "Location", location));
    assertEquals(
        "127.0.0.1 redirects to \"" + location + "\", which cannot be followed safely.",
        sentence(bench::fetch));
  }

  @Test
  void saysHowToGetAGatedModel() {
    hub.next("config.json", FakeHub.status(401, "X-Error-Code", "GatedRepo"));
    assertEquals(
        "Acme/Tiny-Instruct is gated: accept its licence at"
            + " https://huggingface.co/Acme/Tiny-Instruct, then set HF_TOKEN or log in with \"hf"
            + " auth login\", and try again.",
        sentence(bench::fetch));
  }

  @Test
  void saysWhenTheTokenHasNoAccess() {
    bench.with("HF_TOKEN", "hf_secret");
    hub.next("config.json", FakeHub.status(403, "X-Error-Code", "GatedRepo"));
    String sentence = sentence(bench::fetch);
    assertTrue(sentence.contains("gated and your access token has no access to it"), sentence);
    assertFalse(sentence.contains("hf_secret"));
  }

  @Test
  void saysWhenTheTokenIsWrong() {
    bench.with("HF_TOKEN", "hf_secret");
    hub.listing = FakeHub.status(401);
    assertEquals(
        bench.host()
            + " refuses access to Acme/Tiny-Instruct (status 401): the access token is not valid"
            + " there; check HF_TOKEN.",
        sentence(bench::describe));
  }

  @Test
  void saysWhenThereIsNoSuchModel() {
    // The hub tells strangers 401 for what does not exist, and says so in a header only.
    hub.listing = FakeHub.status(401, "X-Error-Code", "RepoNotFound");
    assertEquals(
        "There is no model Acme/Tiny-Instruct at "
            + bench.host()
            + ": check its name, or set HF_TOKEN if it is private.",
        sentence(bench::describe));
    hub.listing = FakeHub.status(404, "X-Error-Code", "RevisionNotFound");
    assertEquals(
        "Acme/Tiny-Instruct has no branch, tag or commit \"main\" at " + bench.host() + ".",
        sentence(bench::describe));
  }

  @Test
  void saysWhenAFileIsGone() {
    hub.next(WEIGHTS, FakeHub.status(404, "X-Error-Code", "EntryNotFound"));
    assertEquals(
        "Acme/Tiny-Instruct has no file model.safetensors at " + bench.host() + ".",
        sentence(bench::fetch));
  }

  @Test
  void saysWhenAModelCannotBeRun() {
    hub.files.remove("tokenizer.json");
    assertEquals(
        "Acme/Tiny-Instruct has no tokenizer.json, so the model cannot be run.",
        sentence(bench::describe));
    hub.files.put("vocab.json", new byte[2]);
    assertEquals(
        "Acme/Tiny-Instruct has its tokenizer as vocab.json only: tokenizer.json is needed.",
        sentence(bench::describe));
    hub.files.remove(WEIGHTS);
    assertEquals(
        "Acme/Tiny-Instruct holds its weights as pickled PyTorch files (pytorch_model.bin), which"
            + " are not read; model.safetensors is needed.",
        sentence(bench::describe));
    hub.files.remove("pytorch_model.bin");
    assertTrue(sentence(bench::describe).contains("no weights in the safetensors format"));
  }

  @Test
  void saysWhenTheRepositoryLacksWhatItsIndexNames() {
    hub.files.remove(WEIGHTS);
    hub.files.put(
        "model.safetensors.index.json",
        "{\"weight_map\": {\"a\": \"part one.safetensors\"}}".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "Acme/Tiny-Instruct lacks part one.safetensors, which its model.safetensors.index.json"
            + " names.",
        sentence(bench::describe));
    hub.files.put(
        "model.safetensors.index.json",
        "{\"weight_map\": {\"a\": \"../x.safetensors\"}}".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "model.safetensors.index.json of Acme/Tiny-Instruct names '../x.safetensors', which is no"
            + " weight file.",
        sentence(bench::describe));
    assertTrue(hub.gets("x.safetensors").isEmpty());
  }

  @Test
  void saysWhenTheServerIsNoHub() {
    byte[] page = "<html>Please log in</html>".getBytes(StandardCharsets.UTF_8);
    hub.listing = (exchange, description) -> FakeHub.asAsked(exchange, page);
    assertEquals(
        hub.address()
            + " does not describe Acme/Tiny-Instruct as a Hugging Face hub would: check HF_ENDPOINT"
            + " and the network's login page.",
        sentence(bench::describe));
  }

  @Test
  void saysWhenTheServerCannotBeReached() throws IOException {
    int unused;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      unused = socket.getLocalPort();
    }
    bench.with("HF_ENDPOINT", "http://127.0.0.1:" + unused);
    assertEquals(
        "Asking 127.0.0.1:"
            + unused
            + " about Acme/Tiny-Instruct failed 3 times in a row: 127.0.0.1 cannot be reached; check"
            + " the network connection and HF_ENDPOINT; try again later.",
        sentence(bench::describe));
  }

  @Test
  void goesThroughTheProxyOfTheEnvironment() {
    bench.with("HF_ENDPOINT", "http://hub.invalid").with("HTTP_PROXY", hub.address().toString());
    assertEquals(FakeHub.COMMIT, bench.describe().commit());
  }

  @Test
  void staysAwayFromTheNetworkWhenAskedTo() {
    bench.with("HF_HUB_OFFLINE", "1");
    assertTrue(sentence(bench::describe).contains("HF_HUB_OFFLINE is set"));
    assertTrue(hub.seen.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../evil", "0123", "0123456789ABCDEF0123456789abcdef01234567"})
  void refusesACommitThatIsNone(String commit) {
    hub.model.put("sha", commit);
    assertEquals(
        "The server names the commit of Acme/Tiny-Instruct \"" + commit + "\", which is no commit.",
        sentence(bench::describe));
  }

  @Test
  void namesFromTheServerNeverLeaveTheFolder() throws IOException {
    hub.files.put("../../../evil.safetensors", new byte[4]);
    hub.files.put("model-00001-of-00002.safetensors/../../../x.json", new byte[4]);
    hub.files.put("/etc/config.json", new byte[4]);
    bench.fetch();
    try (var all = Files.walk(folder)) {
      List<String> strange =
          all.map(Path::toString).filter(p -> p.matches(".*(evil|x\\.json|etc).*")).toList();
      assertEquals(List.of(), strange);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../up", "main/../..", "", " ", "a\\b", "-x"})
  void refusesRevisionsThatAreNoNames(String revision) {
    HubClient client = bench.client();
    assertThrows(
        FaultException.class, () -> client.describe(FakeHub.REPO, revision, bench.cancellation));
    assertTrue(hub.seen.isEmpty());
  }

  private static String sentence(Supplier<Object> job) {
    return assertThrows(FaultException.class, job::get).getMessage();
  }
}
