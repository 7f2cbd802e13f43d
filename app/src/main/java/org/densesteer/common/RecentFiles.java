package org.densesteer.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of files that can be made again, of which only those used last are kept. Its order is
 * their time of modification, so several processes may share it.
 */
public final class RecentFiles {

  private final Path folder;
  private final int most;

  /**
   * @param folder holds nothing else
   * @param most how many files stay, at least 1
   */
  public RecentFiles(Path folder, int most) {
    this.folder = folder;
    this.most = most;
  }

  /**
   * Marks a file as used now, and removes what others are too many. A file that stays is no fault.
   */
  public void use(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      List<Path> kept = newestFirst();
      for (Path old : kept.subList(Math.min(most, kept.size()), kept.size())) {
        Files.deleteIfExists(old);
      }
    } catch (IOException e) {
      // A folder that cannot be tidied serves as well.
    }
  }

  private List<Path> newestFirst() throws IOException {
    Map<Path, FileTime> times = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    List<Path> paths = new ArrayList<>(times.keySet());
    paths.sort(Comparator.comparing(times::get).reversed());
    return paths;
  }
}
