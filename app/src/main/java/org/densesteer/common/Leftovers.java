package org.densesteer.common;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Temporary files that processes left when they were killed. Each has its process in its name, and
 * is removed when that no longer runs and the file has rested: the process may have run on another
 * computer that shares the folder, where its number says nothing, but then it would be writing.
 */
public final class Leftovers {

  /** No writer pauses that long between two parts of a file. */
  static final Duration REST = Duration.ofHours(1);

  private static final Set<Path> VISITED = ConcurrentHashMap.newKeySet();

  private Leftovers() {}

  /** This process, as it stands in the names of its temporary files. */
  public static String mark() {
    return Long.toString(ProcessHandle.current().pid());
  }

  /**
   * Removes leftovers from a folder, once for each kind of them; what cannot be removed stays.
   *
   * @param name matches the whole names of temporary files and folders; its group {@code pid} is
   *     the process
   */
  public static void removeOnce(Path folder, Pattern name) {
    if (VISITED.add(folder.resolve(name.pattern().replace('\0', ' ')))) {
      remove(folder, name, Instant.now());
    }
  }

  static void remove(Path folder, Pattern name, Instant now) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher matcher = name.matcher(String.valueOf(file.getFileName()));
        if (matcher.matches() && !runs(matcher.group("pid")) && rested(file, now)) {
          remove(file);
        }
      }
    } catch (IOException | RuntimeException e) {
      // A folder that cannot be tidied serves as well.
    }
  }

  private static boolean runs(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).isPresent();
  }

  private static boolean rested(Path file, Instant now) throws IOException {
    return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
        .toInstant()
        .isBefore(now.minus(REST));
  }

  private static void remove(Path file) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      Folders.remove(file);
    } else {
      Files.deleteIfExists(file);
    }
  }
}
