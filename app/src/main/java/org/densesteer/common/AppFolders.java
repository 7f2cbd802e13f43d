package org.densesteer.common;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the workbench keeps its own files, after the habits of each platform. The system property
 * {@code densesteer.home} puts everything under one folder.
 */
public final class AppFolders {

  /** System property that names the folder for everything. */
  public static final String HOME_PROPERTY = "densesteer.home";

  private static final String NAME = "densesteer";

  private AppFolders() {}

  /** Settings and sessions. */
  public static Path settings() {
    return folder("settings", "XDG_CONFIG_HOME", ".config", "APPDATA", "Application Support");
  }

  /** What a person made and keeps, such as the vector library. */
  public static Path data() {
    return folder("data", "XDG_DATA_HOME", ".local/share", "APPDATA", "Application Support");
  }

  /** What can be made again: unpacked files, packed weights. */
  public static Path cache() {
    return folder("cache", "XDG_CACHE_HOME", ".cache", "LOCALAPPDATA", "Caches");
  }

  private static Path folder(
      String part, String xdg, String dotFolder, String windows, String library) {
    String home = System.getProperty(HOME_PROPERTY);
    if (home != null) {
      return Path.of(home, part);
    }
    Path user = Path.of(System.getProperty("user.home"));
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      String base = System.getenv(windows);
      return (base == null ? user.resolve("AppData") : Path.of(base)).resolve(NAME);
    }
    if (os.contains("mac")) {
      return user.resolve("Library").resolve(library).resolve(NAME);
    }
    String base = System.getenv(xdg);
    return (base == null || base.isBlank() ? user.resolve(dotFolder) : Path.of(base)).resolve(NAME);
  }
}
