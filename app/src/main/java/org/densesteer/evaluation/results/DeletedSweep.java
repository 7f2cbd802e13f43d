package org.densesteer.evaluation.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Folders;
import org.densesteer.common.Texts;

/**
 * A sweep that was deleted and can be brought back. It lies beside the others under a hidden name,
 * and is removed for good by {@link #forgetOld} a day later.
 *
 * @param place where it lay
 * @param kept where it lies now
 */
public record DeletedSweep(Path place, Path kept) {

  private static final String PREFIX = ".deleted-";
  private static final Duration KEPT = Duration.ofDays(1);

  /**
   * Deletes a sweep.
   *
   * @throws FaultException when somebody writes into its folder, or it cannot be moved
   */
  public static DeletedSweep delete(SweepFolder sweep) {
    Path place = sweep.path().toAbsolutePath();
    Path kept = free(place);
    // Not held on to: some systems move no folder with an open file in it.
    sweep.claim().close();
    try {
      Files.move(place, kept);
      Files.setLastModifiedTime(kept, FileTime.from(Instant.now()));
    } catch (IOException e) {
      throw new FaultException(
          "Cannot delete the sweep in " + place + ": " + AtomicFiles.reason(e) + ".", e);
    }
    return new DeletedSweep(place, kept);
  }

  private static Path free(Path place) {
    Path kept = place.resolveSibling(PREFIX + place.getFileName());
    for (int i = 2; Files.exists(kept); i++) {
      kept = place.resolveSibling(PREFIX + place.getFileName() + "-" + i);
    }
    return kept;
  }

  /**
   * Brings it back.
   *
   * @throws FaultException when another sweep lies there by now, or the folder cannot be moved
   */
  public void restore() {
    if (Files.exists(place)) {
      throw new FaultException(
          Texts.of(
              "The sweep cannot be brought back to %s, for another one lies there by now; it is in %s.",
              place, kept));
    }
    try {
      Files.move(kept, place);
    } catch (IOException e) {
      throw new FaultException(
          "Cannot bring back the sweep in " + kept + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  /** Removes for good what was deleted more than a day ago. */
  public static void forgetOld(Path sweeps, Instant now) {
    try (Stream<Path> folders = Files.list(sweeps)) {
      List<Path> old = folders.filter(folder -> isOld(folder, now.minus(KEPT))).toList();
      for (Path folder : old) {
        Folders.remove(folder);
      }
    } catch (IOException e) {
      // They do no harm, and are looked for again.
      return;
    }
  }

  private static boolean isOld(Path folder, Instant before) {
    try {
      return String.valueOf(folder.getFileName()).startsWith(PREFIX)
          && Files.getLastModifiedTime(folder).toInstant().isBefore(before);
    } catch (IOException e) {
      return false;
    }
  }
}
