package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Paths as POSIX has them. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class UserHomeTest {

  private static Path folder(Map<String, String> variables, String java, String system) {
    return UserHome.folder(variables, java, system);
  }

  @Test
  void theVariableComesFirst() {
    Map<String, String> variables = Map.of("HOME", "/scratch/me");
    assertEquals(Path.of("/scratch/me"), folder(variables, "/home/me", "Linux"));
    assertEquals(Path.of("/scratch/me"), folder(variables, "?", "Mac OS X"));
    assertEquals(Path.of("/home/me"), folder(variables, "/home/me", "Windows 11"));
  }

  @Test
  void javaComesLast() {
    assertEquals(Path.of("/home/me"), folder(Map.of(), "/home/me", "Linux"));
    assertEquals(Path.of("/home/me"), folder(Map.of("HOME", " "), "/home/me", "Linux"));
    assertEquals(Path.of("/home/me"), folder(Map.of("HOME", "me"), "/home/me", "Linux"));
  }

  /** What Java 17 gives for a user whom the list of users does not know. */
  @Test
  void aQuestionMarkIsNoFolder() {
    FaultException fault = assertThrows(FaultException.class, () -> folder(Map.of(), "?", "Linux"));
    assertEquals(
        "This user has no home folder; set HOME to a folder that can be written.",
        fault.getMessage());
  }

  @Test
  void foldersFollowEachSystem() {
    Path home = Path.of("/home/me");
    Map<String, String> variables =
        Map.of("XDG_CACHE_HOME", "/fast", "LOCALAPPDATA", "/local", "HOME", "/home/me");
    assertEquals(Path.of("/fast/densesteer"), cache(variables, home, "linux"));
    assertEquals(Path.of("/local/densesteer"), cache(variables, home, "windows 11"));
    assertEquals(Path.of("/home/me/Library/Caches/densesteer"), cache(variables, home, "mac os x"));
    assertEquals(Path.of("/home/me/.cache/densesteer"), cache(Map.of(), home, "linux"));
    assertEquals(
        Path.of("/home/me/.cache/densesteer"),
        cache(Map.of("XDG_CACHE_HOME", "relative"), home, "linux"));
  }

  private static Path cache(Map<String, String> variables, Path home, String system) {
    return AppFolders.folder(
        variables, home, system, "XDG_CACHE_HOME", ".cache", "LOCALAPPDATA", "Caches");
  }

  @Test
  void aNameThatNoFileCanHaveIsSaid() {
    FaultException fault = assertThrows(FaultException.class, () -> FileNames.path("a\0b"));
    assertTrue(fault.getMessage().contains("is no name of a file"), fault.getMessage());
  }
}
