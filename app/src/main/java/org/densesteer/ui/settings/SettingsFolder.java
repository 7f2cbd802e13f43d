package org.densesteer.ui.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Where the platform keeps what an application remembers. */
public final class SettingsFolder {

  /** System property that names another folder. */
  public static final String OVERRIDE = "densesteer.home";

  private SettingsFolder() {}

  /** The folder on this machine. */
  public static Path locate() {
    return locate(System.getProperties(), System.getenv());
  }

  static Path locate(Properties system, Map<String, String> environment) {
    String override = system.getProperty(OVERRIDE, "");
    if (!override.isBlank()) {
      return Path.of(override);
    }
    Path home = Path.of(system.getProperty("user.home", "."));
    String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return from(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve("DenseSteer");
    }
    if (os.startsWith("mac")) {
      return home.resolve("Library/Application Support/DenseSteer");
    }
    return from(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("densesteer");
  }

  private static Path from(Map<String, String> environment, String name, Path otherwise) {
    String value = environment.getOrDefault(name, "");
    return value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
  }
}
