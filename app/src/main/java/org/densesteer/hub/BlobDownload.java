package org.densesteer.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;

/** Brings one file into the cache's blobs, over as many connections as it takes. */
final class BlobDownload {

  /** The transfer was left because a person holds it. */
  private static final class Held extends IOException {}

  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-.*");

  private final HubClient client;
  private final RemoteSnapshot snapshot;
  private final RemoteFile file;
  private final Path incomplete;
  private final PauseSwitch pause;
  private final Cancellation cancellation;
  private final DownloadMeter meter;
  private final Retries retries;
  private long furthest; // a server that starts over each time makes no progress below this

  BlobDownload(
      HubClient client,
      RemoteSnapshot snapshot,
      RemoteFile file,
      Path incomplete,
      PauseSwitch pause,
      Cancellation cancellation,
      DownloadMeter meter) {
    this.client = client;
    this.snapshot = snapshot;
    this.file = file;
    this.incomplete = incomplete;
    this.pause = pause;
    this.cancellation = cancellation;
    this.meter = meter;
    this.retries =
        new Retries(
            client.policy(),
            "Downloading " + file.name() + " of " + snapshot.repo(),
            (reason, wait) ->
                meter.waiting(reason + ", next try in " + Math.max(1, wait.toSeconds()) + " s"));
  }

  /**
   * Completes the incomplete file, compares its checksum and gives it its place.
   *
   * @throws FaultException when the file cannot be had, is wrong twice, or the disk cannot hold it
   */
  void run(Path blob) throws IOException {
    Files.createDirectories(blob.getParent());
    for (int wrong = 0; ; wrong++) {
      complete();
      meter.checking();
      if (BlobChecksum.matches(file, incomplete, cancellation::check)) {
        Files.move(incomplete, blob, StandardCopyOption.REPLACE_EXISTING);
        return;
      }
      Files.delete(incomplete);
      if (wrong > 0) {
        throw new FaultException(
            file.name()
                + " of "
                + snapshot.repo()
                + " arrived twice with a wrong checksum and was thrown away: the server or a proxy"
                + " changes its bytes; try again later or set another HF_ENDPOINT.");
      }
      meter.waiting("wrong checksum, fetching " + file.name() + " again");
    }
  }

  private void complete() throws IOException {
    try (FileChannel out =
        FileChannel.open(incomplete, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (out.size() > file.size()) {
        out.truncate(0);
      }
      furthest = Math.max(furthest, out.size());
      meter.at(out.size());
      while (out.size() < file.size()) {
        try {
          transfer(out);
        } catch (Held e) {
          waitWhilePaused();
        } catch (TransientFault e) {
          try {
            retries.failed(e, this::check);
          } catch (Held held) {
            waitWhilePaused();
          }
        }
      }
    }
  }

  private void transfer(FileChannel out) throws IOException {
    long have = out.size();
    try (HubResponse response = client.open(snapshot, file, have, this::check)) {
      if (response.status() == 200) {
        out.truncate(0); // the whole file comes, asked or not
      } else if (!continuesAt(have, response)) {
        out.truncate(0);
        throw new TransientFault("the server does not continue where the connection broke");
      }
      out.position(out.size());
      meter.at(out.size());
      List<ByteBuffer> pieces;
      while (out.position() < file.size()
          && (pieces = response.body().next(client.policy().stall(), this::check)) != null) {
        write(out, pieces);
      }
    }
    if (out.size() < file.size()) {
      throw new TransientFault("the connection ended early");
    }
  }

  private static boolean continuesAt(long have, HubResponse response) {
    Matcher range = RANGE.matcher(response.header("Content-Range").orElse(""));
    return response.status() == 206 && range.matches() && Long.parseLong(range.group(1)) == have;
  }

  private void write(FileChannel out, List<ByteBuffer> pieces) throws IOException {
    try {
      for (ByteBuffer piece : pieces) {
        int count = piece.remaining();
        while (piece.hasRemaining()) {
          out.write(piece);
        }
        meter.received(count);
      }
    } catch (ClosedByInterruptException e) {
      throw Watch.interrupted();
    } catch (IOException e) {
      throw new FaultException(
          "Cannot write " + incomplete + ": " + AtomicFiles.reason(e) + ".", e);
    }
    if (out.position() > furthest) {
      furthest = out.position();
      retries.progressed();
    }
  }

  private void check() throws Held {
    cancellation.check();
    if (pause.isPaused()) {
      throw new Held();
    }
  }

  private void waitWhilePaused() {
    meter.paused();
    while (pause.isPaused()) {
      cancellation.check();
      Watch.slice(Watch.SLICE);
    }
  }
}
