package org.densesteer.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which windows were not closed. */
class RecoveryFolderTest {

  @TempDir Path home;

  private final List<String> told = new ArrayList<>();

  private RecoveryFolder folder() {
    return new RecoveryFolder(
        home.resolve("sessions").resolve("open"), fault -> told.add(fault.getMessage()));
  }

  private List<String> questions() {
    return folder().leftBehind().stream()
        .map(left -> left.record().panels().prompt().question())
        .toList();
  }

  @Test
  void anOpenWindowIsNotLeftBehindAndAClosedOneLeavesNothing() throws IOException {
    RecoveryFolder.Place place = folder().open();
    place.write(LostWindow.record("Open?"));
    assertEquals(List.of(), questions());
    place.remove();
    // What was on its way to the disk comes too late.
    place.write(LostWindow.record("Late?"));
    assertEquals(List.of(), questions());
    try (Stream<Path> files = Files.list(home.resolve("sessions").resolve("open"))) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aWindowThatWasKilledIsLeftBehindOnce() throws Exception {
    Process window = LostWindow.start(home, "Killed?");
    LostWindow.awaitReady(window);
    assertEquals(List.of(), questions());
    window.destroyForcibly().waitFor();
    List<RecoveryFolder.Left> left = folder().leftBehind();
    assertEquals(LostWindow.record("Killed?", "run-of-the-lost"), left.get(0).record());
    // Whoever looked first has it.
    assertEquals(List.of(), questions());
    left.get(0).place().remove();
    assertEquals(List.of(), questions());
  }

  @Test
  void aBrokenFileIsSetAsideAndTheOthersAreThere() throws IOException {
    Path open = Files.createDirectories(home.resolve("sessions").resolve("open"));
    Files.writeString(open.resolve("a.json"), "{\"touched\": \"2026");
    Files.writeString(open.resolve("b.json"), "{\"version\": 2}");
    RecoveryFolder.Place place = folder().open();
    place.write(LostWindow.record("Whole?"));
    place.close();
    assertEquals(List.of("Whole?"), questions());
    assertEquals(2, told.size());
    assertTrue(told.stream().anyMatch(each -> each.contains("was set aside as")), told.toString());
    assertTrue(told.stream().anyMatch(each -> each.contains("newer version")), told.toString());
  }
}
