package org.densesteer.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How some files were when they were mapped into memory. One that is written over in its place
 * changes under the map, and one that is cut off ends the process at the next look at its end; one
 * that was removed or replaced by another of its name stays what it was for the map.
 */
public final class FileStamps {

  private final List<Stamp> stamps = new ArrayList<>();
  private final boolean times;

  private record Stamp(Path file, BasicFileAttributes then) {}

  /**
   * Notes how files are now.
   *
   * @throws FaultException when one is not there
   */
  public static FileStamps of(List<Path> files) {
    return of(files, true);
  }

  /**
   * Notes how long files are now, and not when they were written: for such as get a new time with
   * every use, as those of {@link RecentFiles} do.
   *
   * @throws FaultException when one is not there
   */
  public static FileStamps ofLengths(List<Path> files) {
    return of(files, false);
  }

  private static FileStamps of(List<Path> files, boolean times) {
    FileStamps made = new FileStamps(times);
    for (Path file : files) {
      try {
        made.stamps.add(new Stamp(file, Files.readAttributes(file, BasicFileAttributes.class)));
      } catch (IOException e) {
        throw new FaultException("Cannot read " + file + ": " + AtomicFiles.reason(e) + ".", e);
      }
    }
    return made;
  }

  private FileStamps(boolean times) {
    this.times = times;
  }

  /**
   * Makes sure that none was written over; takes some microseconds a file.
   *
   * @throws FaultException naming one that was
   */
  public void requireUnchanged() {
    for (Stamp stamp : stamps) {
      BasicFileAttributes now;
      try {
        now = Files.readAttributes(stamp.file(), BasicFileAttributes.class);
      } catch (IOException e) {
        continue; // removed: the map keeps what it was
      }
      BasicFileAttributes then = stamp.then();
      if (Objects.equals(now.fileKey(), then.fileKey())
          && (now.size() != then.size()
              || times && !now.lastModifiedTime().equals(then.lastModifiedTime()))) {
        throw new FaultException(
            "The weights in "
                + stamp.file()
                + " were written over while the model was in use; open the model again.");
      }
    }
  }
}
