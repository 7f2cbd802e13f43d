package org.densesteer.model.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxMemoryTest {

  private static final long AVAILABLE = 8_000_000L * 1024;

  @TempDir Path root;

  @BeforeEach
  void aMachine() throws IOException {
    write(
        "proc/meminfo",
        "MemTotal:       16000000 kB\nMemFree:  100 kB\nMemAvailable:    8000000 kB\n");
  }

  @Test
  void takesWhatTheKernelCallsAvailable() {
    assertFree(AVAILABLE, "available to the system");
  }

  @Test
  void elsewhereThereIsNothingToRead() throws IOException {
    Files.delete(root.resolve("proc/meminfo"));
    assertEquals(Optional.empty(), new LinuxMemory(root).free());
  }

  @Test
  void respectsTheControlGroup() throws IOException {
    write("proc/self/cgroup", "0::/user/job\n");
    write("sys/fs/cgroup/user/job/memory.max", "2000000000\n");
    write("sys/fs/cgroup/user/job/memory.current", "1500000000\n");
    write("sys/fs/cgroup/user/job/memory.stat", "anon 1\ninactive_file 300000000\n");
    assertFree(800_000_000, "left in this control group");
  }

  @Test
  void respectsTheGroupsAbove() throws IOException {
    write("proc/self/cgroup", "0::/user/job\n");
    write("sys/fs/cgroup/user/job/memory.max", "max\n");
    write("sys/fs/cgroup/user/job/memory.current", "5\n");
    write("sys/fs/cgroup/user/memory.max", "1000\n");
    write("sys/fs/cgroup/user/memory.current", "4000\n");
    assertFree(0, "left in this control group");
  }

  @Test
  void respectsGroupsOfTheFirstVersion() throws IOException {
    write("proc/self/cgroup", "5:cpu,cpuacct:/\n4:memory:/docker/abc\n");
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "3000\n");
    write("sys/fs/cgroup/memory/memory.usage_in_bytes", "2500\n");
    write("sys/fs/cgroup/memory/memory.stat", "inactive_file 1\ntotal_inactive_file 500\n");
    assertFree(1_000, "left in this control group");
  }

  @Test
  void aGroupWithoutLimitChangesNothing() throws IOException {
    write("proc/self/cgroup", "0::/../../elsewhere\n");
    write("sys/fs/cgroup/memory.max", "max\n");
    write("sys/fs/cgroup/memory.current", "1\n");
    assertFree(AVAILABLE, "available to the system");
  }

  private void assertFree(long bytes, String source) {
    assertEquals(Optional.of(new FreeMemory(bytes, source)), new LinuxMemory(root).free());
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
