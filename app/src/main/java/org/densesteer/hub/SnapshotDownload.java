package org.densesteer.hub;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;

/**
 * Brings a model into the Hugging Face cache: each file's content into {@code blobs} under its
 * checksum, its name into {@code snapshots}, and at the very end the branch into {@code refs}. What
 * has arrived of a file stays when the download ends for whatever reason, and is continued by the
 * next one.
 */
final class SnapshotDownload {

  private final HubClient client;
  private final HubCache cache;
  private final SnapshotLinks links;
  private final DiskSpace disk;

  /** A download into the environment's cache. */
  SnapshotDownload(HubEnvironment environment, HubClient client) {
    this(
        client,
        HubCache.of(environment),
        new SnapshotLinks(!environment.symbolicLinksDisabled()),
        DiskSpace.ofDisk());
  }

  SnapshotDownload(HubClient client, HubCache cache, SnapshotLinks links, DiskSpace disk) {
    this.client = client;
    this.cache = cache;
    this.links = links;
    this.disk = disk;
  }

  /** Bytes of a snapshot that are not here yet. */
  long missingBytes(RemoteSnapshot snapshot) {
    RepoFolder place = new RepoFolder(cache.root(), snapshot.repo());
    return snapshot.files().stream()
        .filter(file -> !isHere(file, place, snapshot.commit()))
        .mapToLong(file -> file.size() - arrived(file, place))
        .sum();
  }

  /**
   * Fetches what is not here yet. Blocks; the listener is called on the calling thread.
   *
   * @param snapshot what {@link HubClient#describe} found
   * @param onConfiguration gets {@code config.json} before the weights are fetched; what it throws
   *     ends the download
   * @return the checkpoint folder
   * @throws FaultException when the disk is too small or a file cannot be had
   * @throws java.util.concurrent.CancellationException when it was cancelled
   */
  Path fetch(
      RemoteSnapshot snapshot,
      Consumer<Path> onConfiguration,
      PauseSwitch pause,
      Cancellation cancellation,
      Consumer<DownloadProgress> listener) {
    RepoFolder place = new RepoFolder(cache.root(), snapshot.repo());
    DownloadMeter meter = new DownloadMeter(listener, snapshot.totalBytes());
    try {
      disk.require(snapshot.repo(), cache.root(), missingBytes(snapshot));
      for (RemoteFile file : configurationFirst(snapshot)) {
        meter.begin(file);
        BlobLock.holding(
            place.lock(file.etag()),
            cancellation::check,
            () -> meter.waiting("another program is fetching " + file.name() + " already"),
            () -> fetch(snapshot, file, place, pause, cancellation, meter));
        meter.end(file);
        if (file.name().equals(NeededFiles.CONFIG)) {
          onConfiguration.accept(place.snapshot(snapshot.commit()).resolve(file.name()));
        }
      }
    } catch (ClosedByInterruptException e) {
      throw Watch.interrupted();
    } catch (IOException e) {
      throw new FaultException(
          "Cannot write to the model cache " + cache.root() + ": " + AtomicFiles.reason(e) + ".",
          e);
    }
    return finish(snapshot, place, meter);
  }

  private static List<RemoteFile> configurationFirst(RemoteSnapshot snapshot) {
    return snapshot.files().stream()
        .sorted(Comparator.comparing(file -> !file.name().equals(NeededFiles.CONFIG)))
        .toList();
  }

  private void fetch(
      RemoteSnapshot snapshot,
      RemoteFile file,
      RepoFolder place,
      PauseSwitch pause,
      Cancellation cancellation,
      DownloadMeter meter)
      throws IOException {
    Path blob = place.blob(file.etag());
    if (!isHere(file, place, snapshot.commit())) {
      new BlobDownload(
              client, snapshot, file, place.incomplete(file.etag()), pause, cancellation, meter)
          .run(blob);
    }
    if (Files.exists(blob)) {
      links.place(place.snapshot(snapshot.commit()).resolve(file.name()), blob);
    }
  }

  private static Path finish(RemoteSnapshot snapshot, RepoFolder place, DownloadMeter meter) {
    Path folder = place.snapshot(snapshot.commit());
    new SnapshotFiles(folder)
        .defect()
        .ifPresent(
            defect -> {
              throw new FaultException(snapshot.repo() + " cannot be used. " + defect);
            });
    if (!RemoteSnapshot.isCommit(snapshot.revision())) {
      AtomicFiles.writeText(place.ref(snapshot.revision()), snapshot.commit());
    }
    meter.done();
    return folder;
  }

  /** As a blob, or under its name alone where the file system has no links. */
  private static boolean isHere(RemoteFile file, RepoFolder place, String commit) {
    return isWhole(file, place.blob(file.etag()))
        || isWhole(file, place.snapshot(commit).resolve(file.name()));
  }

  private static boolean isWhole(RemoteFile file, Path path) {
    try {
      return Files.isRegularFile(path) && Files.size(path) == file.size();
    } catch (IOException e) {
      return false;
    }
  }

  private static long arrived(RemoteFile file, RepoFolder place) {
    Path incomplete = place.incomplete(file.etag());
    try {
      return Files.exists(incomplete) ? Math.min(file.size(), Files.size(incomplete)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
