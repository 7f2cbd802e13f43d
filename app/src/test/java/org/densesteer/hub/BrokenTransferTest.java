package org.densesteer.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.densesteer.common.FaultException;
import org.densesteer.hub.DownloadProgress.Phase;
import org.densesteer.hub.FakeHub.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks and servers as they are. */
class BrokenTransferTest {

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
  void continuesWhereTheConnectionBroke() throws IOException {
    hub.next(
        WEIGHTS,
        FakeHub.cutAfter(30_000, bench.incomplete(hub)),
        FakeHub.cutAfter(20_000, bench.incomplete(hub)));
    assertWhole(bench.fetch());
    assertEquals(List.of("", "bytes=30000-", "bytes=50000-"), ranges());
  }

  @Test
  void startsOverWhenTheServerIgnoresRanges() throws IOException {
    hub.next(
        WEIGHTS, FakeHub.cutAfter(30_000, bench.incomplete(hub)), FakeHub.ignoringRange(1 << 30));
    assertWhole(bench.fetch());
    assertEquals(2, ranges().size());
  }

  @Test
  void startsOverWhenTheServerRefusesTheRange() throws IOException {
    hub.next(WEIGHTS, FakeHub.cutAfter(30_000, bench.incomplete(hub)), FakeHub.status(416));
    assertWhole(bench.fetch());
    assertEquals("", ranges().get(2));
  }

  @Test
  void startsOverWhenTheServerSendsAnotherPart() throws IOException {
    hub.next(
        WEIGHTS,
        FakeHub.cutAfter(30_000, bench.incomplete(hub)),
        FakeHub.status(206, "Content-Range", "bytes 0-9/80100"));
    assertWhole(bench.fetch());
    assertEquals("", ranges().get(2));
  }

  @Test
  void givesUpWhenEveryTryEndsAtTheSamePlace() {
    FakeHub.Behaviour same = FakeHub.ignoringRange(30_000);
    hub.next(WEIGHTS, same, same, same, same, same, same, same);
    String sentence = assertThrows(FaultException.class, bench::fetch).getMessage();
    assertTrue(
        sentence.startsWith(
            "Downloading model.safetensors of Acme/Tiny-Instruct failed 3 times in a row: the"
                + " connection"),
        sentence);
    assertTrue(ranges().size() <= 7, ranges().toString());
  }

  @Test
  void throwsWrongBytesAwayAndTriesOnceMore() throws IOException {
    hub.next(WEIGHTS, FakeHub::wrongBytes);
    assertWhole(bench.fetch());
    assertEquals(2, ranges().size());
  }

  @Test
  void refusesBytesThatAreWrongTwice() {
    hub.next(WEIGHTS, FakeHub::wrongBytes, FakeHub::wrongBytes);
    String sentence = assertThrows(FaultException.class, bench::fetch).getMessage();
    assertEquals(
        "model.safetensors of Acme/Tiny-Instruct arrived twice with a wrong checksum and was thrown"
            + " away: the server or a proxy changes its bytes; try again later or set another"
            + " HF_ENDPOINT.",
        sentence);
    assertFalse(Files.exists(bench.incomplete(hub)));
    assertFalse(Files.exists(bench.place().blob(DownloadBench.etag(hub, WEIGHTS))));
    assertFalse(Files.exists(bench.place().ref("main")));
  }

  @Test
  void comparesSmallFilesWithGitsChecksum() {
    hub.next("config.json", FakeHub::wrongBytes, FakeHub::wrongBytes);
    String sentence = assertThrows(FaultException.class, bench::fetch).getMessage();
    assertTrue(sentence.startsWith("config.json of Acme/Tiny-Instruct arrived twice"), sentence);
  }

  @Test
  void noticesAConnectionThatBringsNothing() throws IOException {
    hub.next(WEIGHTS, hub.stallAfter(30_000));
    assertWhole(bench.fetch());
    assertEquals("bytes=30000-", ranges().get(1));
    assertTrue(
        bench.heard.stream()
            .anyMatch(p -> p.phase() == Phase.WAITING && p.note().startsWith("nothing arrived")));
  }

  @Test
  void noticesAHeadThatNeverComes() throws IOException {
    hub.next(WEIGHTS, (exchange, content) -> sleep(Duration.ofSeconds(1)));
    assertWhole(bench.fetch());
    assertTrue(bench.heard.stream().anyMatch(p -> p.note().contains("did not answer within")));
  }

  @Test
  void waitsAsLongAsABusyServerAsks() throws IOException {
    hub.next(WEIGHTS, FakeHub.status(429, "Retry-After", "1"), FakeHub.status(503));
    long start = System.nanoTime();
    assertWhole(bench.fetch());
    assertTrue(System.nanoTime() - start >= 1_000_000_000L, "the wait of 1 s is kept");
    assertTrue(
        bench.heard.stream()
            .anyMatch(p -> p.text().startsWith("127.0.0.1 allows no more requests for now")));
  }

  @Test
  void doesNotWaitForAnHour() {
    hub.next(WEIGHTS, FakeHub.status(429, "Retry-After", "3600"));
    assertEquals(
        "Downloading model.safetensors of Acme/Tiny-Instruct has to wait: the server asks for a"
            + " pause of 60 minutes; try again then.",
        assertThrows(FaultException.class, bench::fetch).getMessage());
  }

  @Test
  void givesUpOnAServerThatStaysBrokenAndContinuesLater() throws IOException {
    FakeHub.Behaviour broken = FakeHub.status(500);
    hub.next(WEIGHTS, FakeHub.cutAfter(30_000, bench.incomplete(hub)), broken, broken, broken);
    assertEquals(
        "Downloading model.safetensors of Acme/Tiny-Instruct failed 3 times in a row: 127.0.0.1 is"
            + " not available (status 500); try again later.",
        assertThrows(FaultException.class, bench::fetch).getMessage());
    assertEquals(30_000, Files.size(bench.incomplete(hub)));
    assertWhole(bench.fetch());
    assertEquals("bytes=30000-", ranges().get(4));
  }

  private void assertWhole(Path snapshot) throws IOException {
    assertArrayEquals(hub.files.get(WEIGHTS), Files.readAllBytes(snapshot.resolve(WEIGHTS)));
    assertFalse(Files.exists(bench.incomplete(hub)));
  }

  private List<String> ranges() {
    return hub.gets(WEIGHTS).stream()
        .map(Seen::range)
        .map(range -> Objects.requireNonNullElse(range, ""))
        .toList();
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
