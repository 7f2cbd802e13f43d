package org.densesteer.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at where a long job's result is to go before the job begins. */
public final class OutputPlace {

  private OutputPlace() {}

  /**
   * Makes sure that a file can be written, whether it is there already or not.
   *
   * @throws FaultException when it is a folder, or nothing can be written where it is to lie
   */
  public static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new FaultException("Cannot write " + file + ": it is a folder.");
    }
    require(file, file.toAbsolutePath().getParent());
    if (!Files.exists(file)) {
      requireName(file);
    }
  }

  /**
   * Makes sure that files can be written into a folder, which may be made for them.
   *
   * @throws FaultException when it is a file, or nothing can be written there
   */
  public static void requireFolder(Path folder) {
    require(folder, folder.toAbsolutePath());
  }

  /** What a name may be, and how long, is known to the disk alone. */
  private static void requireName(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path there = existing(absolute.getParent());
    try {
      Path trial = Files.createTempDirectory(there, ".densesteer-");
      try {
        Path written = trial.resolve(there.relativize(absolute));
        Files.createDirectories(written.getParent());
        Files.createFile(written);
      } finally {
        Folders.remove(trial);
      }
    } catch (IOException e) {
      throw new FaultException("Cannot write " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  private static Path existing(Path folder) {
    Path there = folder;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there;
  }

  private static void require(Path wanted, Path folder) {
    Path there = existing(folder);
    if (!Files.isDirectory(there)) {
      throw new FaultException("Cannot write " + wanted + ": " + there + " is no folder.");
    }
    try {
      // What the system says of rights is not true of every user and every kind of disk.
      Files.delete(Files.createTempFile(there, ".densesteer-", ".part"));
    } catch (IOException e) {
      throw new FaultException(
          "Cannot write " + wanted + ": nothing can be written into " + there + ".", e);
    }
  }
}
