package org.densesteer.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of sound files, of which one at a time is damaged; what a reader made beside them goes.
 */
final class WorkFolder {

  private final Path folder;
  private final Map<Path, byte[]> sound = new LinkedHashMap<>();
  private @Nullable Path damaged;

  /** Takes the files that lie in a folder, and in no folder of it. */
  WorkFolder(Path folder) throws IOException {
    this.folder = folder;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        sound.put(file, Files.readAllBytes(file));
      }
    }
  }

  /** The sound content of a file. */
  byte[] sound(String name) {
    return sound.get(folder.resolve(name));
  }

  /** Where a file lies that now has another content, beside the sound others. */
  Path with(String name, byte[] content) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!sound.containsKey(file)) {
          Files.delete(file);
        }
      }
    }
    for (Map.Entry<Path, byte[]> each : sound.entrySet()) {
      if ((each.getKey().equals(damaged) && !each.getKey().endsWith(name))
          || Files.notExists(each.getKey())) {
        Files.write(each.getKey(), each.getValue());
      }
    }
    damaged = folder.resolve(name);
    return Files.write(damaged, content);
  }
}
