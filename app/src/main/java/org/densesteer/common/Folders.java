package org.densesteer.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Work on whole folders. */
public final class Folders {

  private Folders() {}

  /**
   * Removes a folder and all that is in it; what cannot be removed stays.
   *
   * @throws IOException when the folder cannot be listed
   */
  public static void remove(Path folder) throws IOException {
    try (Stream<Path> left = Files.walk(folder)) {
      left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
