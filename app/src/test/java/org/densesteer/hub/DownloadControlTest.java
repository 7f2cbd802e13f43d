package org.densesteer.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.densesteer.common.Cancellation;
import org.densesteer.hub.DownloadProgress.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pause, cancel, and several downloads at once. */
@Timeout(30)
class DownloadControlTest {

  private static final String WEIGHTS = "model.safetensors";

  private final FakeHub hub = new FakeHub();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  @TempDir Path folder;
  private DownloadBench bench;

  @BeforeEach
  void open() {
    bench = new DownloadBench(folder, hub.address());
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    hub.close();
  }

  @Test
  void aPauseKeepsWhatIsHereAndGoesOnFromThere() throws Exception {
    patient();
    hub.next(WEIGHTS, hub.stallAfter(30_000));
    Future<Path> fetched = threads.submit(bench::fetch);
    await(() -> Files.exists(bench.incomplete(hub)) && Files.size(bench.incomplete(hub)) == 30_000);
    bench.pause.pause();
    await(() -> bench.heard.stream().anyMatch(p -> p.phase() == Phase.PAUSED));
    assertEquals(1, hub.gets(WEIGHTS).size());
    bench.pause.resume();
    assertNotNull(fetched.get(20, TimeUnit.SECONDS));
    assertEquals("bytes=30000-", hub.gets(WEIGHTS).get(1).range());
  }

  @Test
  void cancellingKeepsWhatIsHereForTheNextTime() throws Exception {
    patient();
    hub.next(WEIGHTS, hub.stallAfter(30_000));
    Future<Path> fetched = threads.submit(bench::fetch);
    await(() -> Files.exists(bench.incomplete(hub)) && Files.size(bench.incomplete(hub)) == 30_000);
    bench.cancellation.request();
    Exception failure = assertThrows(Exception.class, () -> fetched.get(5, TimeUnit.SECONDS));
    assertEquals(CancellationException.class, failure.getCause().getClass());
    assertFalse(Files.exists(bench.place().ref("main")));

    bench
        .download()
        .fetch(remote(), config -> {}, bench.pause, new Cancellation(), bench.heard::add);
    assertEquals("bytes=30000-", hub.gets(WEIGHTS).get(1).range());
  }

  @Test
  void cancellingEndsAPauseAndAWait() throws Exception {
    patient();
    hub.next(WEIGHTS, FakeHub.status(429, "Retry-After", "50"));
    Future<Path> waiting = threads.submit(bench::fetch);
    await(() -> bench.heard.stream().anyMatch(p -> p.phase() == Phase.WAITING));
    bench.pause.pause();
    await(() -> bench.heard.stream().anyMatch(p -> p.phase() == Phase.PAUSED));
    bench.cancellation.request();
    Exception failure = assertThrows(Exception.class, () -> waiting.get(5, TimeUnit.SECONDS));
    assertEquals(CancellationException.class, failure.getCause().getClass());
  }

  @Test
  void interruptingTheThreadCancelsToo() throws Exception {
    patient();
    hub.next(WEIGHTS, hub.stallAfter(30_000));
    Future<Path> fetched = threads.submit(bench::fetch);
    await(() -> hub.gets(WEIGHTS).size() == 1);
    fetched.cancel(true);
    threads.shutdown();
    assertTrue(threads.awaitTermination(5, TimeUnit.SECONDS), "the thread has come back");
  }

  @Test
  void twoDownloadsAtOnceFetchEachFileOnce() throws Exception {
    hub.next(WEIGHTS, FakeHub.cutAfter(30_000, bench.incomplete(hub)));
    List<Future<Path>> both =
        threads.invokeAll(List.of((Callable<Path>) bench::fetch, bench::fetch));
    assertEquals(both.get(0).get(), both.get(1).get());
    assertEquals(2, hub.gets(WEIGHTS).size(), "one try that breaks off and one that ends well");
    assertEquals(1, hub.gets("config.json").size());
  }

  @Test
  void waitsForAnotherProgramThatFetchesTheSameFile() throws Exception {
    Path lock = bench.place().lock(DownloadBench.etag(hub, WEIGHTS));
    Files.createDirectories(lock.getParent());
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                testClasses(),
                LockHolder.class.getName(),
                lock.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertEquals('L', other.getInputStream().read(), "the other program has the lock");
      Future<Path> fetched = threads.submit(bench::fetch);
      await(() -> bench.heard.stream().anyMatch(p -> p.note().startsWith("another program is")));
      assertTrue(hub.gets(WEIGHTS).isEmpty());
      other.getOutputStream().close();
      assertNotNull(fetched.get(10, TimeUnit.SECONDS));
    } finally {
      other.destroyForcibly();
    }
  }

  private RemoteSnapshot remote() {
    return bench.client().describe(FakeHub.REPO, "main", new Cancellation());
  }

  /** Nothing stalls as long as a test runs. */
  private void patient() {
    bench.policy =
        new RetryPolicy(
            3,
            Duration.ofMillis(1),
            Duration.ofMillis(4),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60));
  }

  private static String testClasses() throws Exception {
    return Path.of(LockHolder.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!holds(condition)) {
      assertTrue(System.nanoTime() < end, "it never happened");
      Thread.sleep(5);
    }
  }

  private static boolean holds(Callable<Boolean> condition) throws Exception {
    try {
      return condition.call();
    } catch (IOException e) {
      return false; // the file went away between two looks
    }
  }
}
