package org.densesteer.ui.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.densesteer.hub.FakeHub;
import org.densesteer.hub.HubEnvironment;
import org.densesteer.hub.ModelStore;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsViewModelTest {

  private static final String REPO = FakeHub.REPO.toString();

  @TempDir Path folder;
  private final FakeHub hub = new FakeHub();
  private final SameThreadTasks tasks = new SameThreadTasks();
  private final Notices notices = new Notices();
  private final List<Path> opened = new ArrayList<>();
  private final ModelViewModel models =
      new ModelViewModel(
          (path, progress, cancellation) -> {
            opened.add(path);
            return new ScriptedEngine(192, 6, 0);
          },
          () -> Path.of("/sample"),
          tasks,
          notices,
          new Settings());
  private DownloadsViewModel downloads;

  @BeforeEach
  void create() {
    downloads = downloads(Map.of());
  }

  private DownloadsViewModel downloads(Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("HF_ENDPOINT", hub.address().toString());
    variables.put("HF_HOME", folder.toString());
    return new DownloadsViewModel(
        new ModelStore(new HubEnvironment(variables, folder)),
        models,
        tasks,
        notices,
        Runnable::run);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private Download get(String repo) {
    downloads.repoProperty().set(repo);
    downloads.download();
    return downloads.downloads().get(0);
  }

  @Test
  void whatHasArrivedIsOfferedAndOpened() {
    Download download = get(REPO);
    assertEquals(List.of("Downloading " + REPO), tasks.titles);
    assertEquals(DownloadState.DONE, download.stateProperty().get());
    assertEquals(1, download.shareProperty().get());
    Notice notice = notices.shownProperty().get();
    assertNotNull(notice);
    assertEquals(REPO + " is here.", notice.sentence());
    assertNotNull(notice.offer());
    notice.offer().action().run();
    assertEquals(List.of(download.folder()), opened);
    assertEquals("Tiny-Instruct", models.sourceProperty().get().name());
    assertNull(notices.shownProperty().get());
  }

  @Test
  void whoWatchesNeedsNoNotice() {
    downloads.watched(true);
    get(REPO);
    assertNull(notices.shownProperty().get());
    downloads.watched(false);
    hub.listing = FakeHub.status(404, "X-Error-Code", "RepoNotFound");
    get("Acme/Nothing");
    assertNotNull(notices.shownProperty().get());
  }

  @Test
  void aWrongNameIsSaidBesideItAndForgottenWithTheNextLetter() {
    downloads.repoProperty().set("not a name");
    downloads.download();
    assertTrue(downloads.problemProperty().get().contains("write owner/name"));
    assertTrue(downloads.downloads().isEmpty());
    downloads.repoProperty().set("nonsense/");
    assertEquals("", downloads.problemProperty().get());
  }

  @Test
  void aFailureIsOneSentenceAndCanBeTriedAgain() {
    hub.listing = FakeHub.status(401, "X-Error-Code", "GatedRepo");
    downloads.watched(true);
    Download failed = get(REPO);
    assertEquals(DownloadState.FAILED, failed.stateProperty().get());
    assertTrue(failed.textProperty().get().contains("is gated: accept its licence"));
    assertNull(notices.lastProperty().get());
    hub.listing = FakeHub::asAsked;
    downloads.download(failed.model());
    assertEquals(1, downloads.downloads().size());
    assertEquals(DownloadState.DONE, downloads.downloads().get(0).stateProperty().get());
  }

  @Test
  void cancelledItEndsWithoutANotice() {
    tasks.hold();
    Download download = get(REPO);
    assertEquals(DownloadState.RUNNING, download.stateProperty().get());
    download.cancel();
    tasks.release();
    assertEquals(DownloadState.CANCELLED, download.stateProperty().get());
    assertNull(notices.lastProperty().get());
    downloads.forget(download);
    assertTrue(downloads.downloads().isEmpty());
  }

  @Test
  void theSameModelIsNotFetchedTwiceAtOnce() {
    tasks.hold();
    Download download = get(REPO);
    download.pause();
    assertEquals(DownloadState.PAUSED, download.stateProperty().get());
    downloads.forget(download);
    assertEquals(download, get(REPO));
    assertEquals(DownloadState.RUNNING, download.stateProperty().get());
    assertEquals(1, downloads.downloads().size());
    tasks.release();
    assertEquals(DownloadState.DONE, download.stateProperty().get());
    download.pause();
    assertEquals(DownloadState.DONE, download.stateProperty().get());
  }

  @Test
  void knowsWhichOfTheCatalogueIsHere() {
    downloads.refresh();
    assertTrue(downloads.offers().stream().allMatch(offer -> offer.folder().isEmpty()));
    String name = downloads.offers().get(0).entry().repo();
    downloads.repoProperty().set(" " + name.toLowerCase(Locale.ROOT));
    assertEquals(name, downloads.chosenProperty().getValue().entry().repo());
    get(name);
    CatalogueOffer here = downloads.offers().get(0);
    assertEquals("here", here.mark());
    downloads.open(here);
    assertEquals(List.of(here.folder().orElseThrow()), opened);
  }

  @Test
  void looksForTheTokenAndAtTheMemory() {
    assertNull(downloads.surroundingsProperty().get());
    DownloadsViewModel other = downloads(Map.of("HF_TOKEN", "hf_test"));
    downloads.refresh();
    other.refresh();
    assertNotNull(downloads.surroundingsProperty().get());
    assertFalse(downloads.surroundingsProperty().get().hasToken());
    assertNotNull(other.surroundingsProperty().get());
    assertTrue(other.surroundingsProperty().get().hasToken());
    assertTrue(other.surroundingsProperty().get().free().bytes() > 0);
  }
}
