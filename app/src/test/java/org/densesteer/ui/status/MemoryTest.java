package org.densesteer.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

  @TempDir Path folder;

  @Test
  void readsTheResidentSize() throws IOException {
    Path status = folder.resolve("status");
    Files.writeString(status, "Name:\tjava\nVmHWM:\t  900 kB\nVmRSS:\t  412000 kB\n");
    assertEquals(OptionalLong.of(412_000L * 1024), Memory.resident(status));
  }

  @Test
  void whereThereIsNoSuchFileTheHeapIsNamedAsSuch() throws IOException {
    assertTrue(Memory.resident(folder.resolve("none")).isEmpty());
    Path odd = folder.resolve("odd");
    Files.writeString(odd, "VmRSS: plenty\n");
    assertTrue(Memory.resident(odd).isEmpty());
    assertTrue(Memory.describe().matches("(memory|Java heap) [0-9.]+ [MG]B"), Memory.describe());
  }
}
