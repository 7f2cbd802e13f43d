package org.densesteer.model.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Free memory on Linux: {@code MemAvailable} of {@code /proc/meminfo}, and the room left in the
 * control groups (versions 1 and 2) that hold this process.
 *
 * @param root the file system's root, another folder in tests
 */
record LinuxMemory(Path root) {

  /** Nothing where {@code /proc/meminfo} cannot be read. */
  Optional<FreeMemory> free() {
    OptionalLong available = valueAfter(lines("proc/meminfo"), "MemAvailable:");
    if (available.isEmpty()) {
      return Optional.empty();
    }
    FreeMemory free = new FreeMemory(available.getAsLong() * 1024, "available to the system");
    for (String line : lines("proc/self/cgroup")) {
      String[] fields = line.split(":", 3); // hierarchy : controllers : path
      if (fields.length == 3 && fields[1].isEmpty()) {
        free = limit(free, "sys/fs/cgroup", fields[2], "memory.max", "memory.current");
      } else if (fields.length == 3 && List.of(fields[1].split(",")).contains("memory")) {
        free =
            limit(
                free,
                "sys/fs/cgroup/memory",
                fields[2],
                "memory.limit_in_bytes",
                "memory.usage_in_bytes");
      }
    }
    return Optional.of(free);
  }

  /** Walks from the process's group up to the mount, for every ancestor limits too. */
  private FreeMemory limit(
      FreeMemory free, String mount, String group, String limitFile, String usageFile) {
    Path top = root.resolve(mount).normalize();
    Path folder = top.resolve(group.replaceFirst("^/+", "")).normalize();
    if (!folder.startsWith(top)) {
      folder = top;
    }
    FreeMemory least = free;
    for (; folder.startsWith(top); folder = folder.getParent()) {
      OptionalLong limit = number(folder.resolve(limitFile));
      OptionalLong usage = number(folder.resolve(usageFile));
      if (limit.isPresent() && usage.isPresent()) {
        long cache = reclaimable(folder);
        long room = limit.getAsLong() - Math.max(0, usage.getAsLong() - cache);
        least = least.atMost(new FreeMemory(Math.max(0, room), "left in this control group"));
      }
    }
    return least;
  }

  /** File pages not in recent use count as used there, but are given back on demand. */
  private long reclaimable(Path folder) {
    List<String> statistics = read(folder.resolve("memory.stat"));
    OptionalLong total = valueAfter(statistics, "total_inactive_file");
    return total.isPresent()
        ? total.getAsLong()
        : valueAfter(statistics, "inactive_file").orElse(0);
  }

  private List<String> lines(String path) {
    return read(root.resolve(path));
  }

  private static OptionalLong number(Path file) {
    List<String> lines = read(file);
    return lines.isEmpty() ? OptionalLong.empty() : parse(lines.get(0).strip());
  }

  private static OptionalLong valueAfter(List<String> lines, String key) {
    for (String line : lines) {
      String[] words = line.trim().split("\\s+");
      if (words.length >= 2 && words[0].equals(key)) {
        return parse(words[1]);
      }
    }
    return OptionalLong.empty();
  }

  /** Empty for {@code max}, the word for no limit. */
  private static OptionalLong parse(String word) {
    try {
      return OptionalLong.of(Long.parseLong(word));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }
}
