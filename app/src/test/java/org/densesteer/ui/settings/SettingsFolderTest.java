package org.densesteer.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsFolderTest {

  private static Path locate(String os, Map<String, String> environment) {
    Properties system = new Properties();
    system.setProperty("os.name", os);
    system.setProperty("user.home", "/home/ada");
    return SettingsFolder.locate(system, environment);
  }

  @Test
  void everyPlatformHasItsPlace() {
    assertEquals(Path.of("/home/ada/.config/densesteer"), locate("Linux", Map.of()));
    assertEquals(
        Path.of("/home/ada/Library/Application Support/DenseSteer"), locate("Mac OS X", Map.of()));
    assertEquals(Path.of("/home/ada/AppData/Roaming/DenseSteer"), locate("Windows 11", Map.of()));
  }

  @Test
  void theEnvironmentMoves() {
    assertEquals(Path.of("/conf/densesteer"), locate("Linux", Map.of("XDG_CONFIG_HOME", "/conf")));
    assertEquals(Path.of("/roam/DenseSteer"), locate("Windows 10", Map.of("APPDATA", "/roam")));
  }

  @Test
  void aRelativeFolderInTheEnvironmentIsIgnored() {
    assertEquals(
        Path.of("/home/ada/.config/densesteer"),
        locate("Linux", Map.of("XDG_CONFIG_HOME", "conf")));
  }

  @Test
  void theSystemPropertyWins() {
    Properties system = new Properties();
    system.setProperty(SettingsFolder.OVERRIDE, "/elsewhere");
    assertEquals(Path.of("/elsewhere"), SettingsFolder.locate(system, Map.of()));
  }
}
