package org.densesteer.common;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    @Nullable String home = System.getProperty(HOME_PROPERTY);
    return home == null
        ? folder(
            System.getenv(),
            UserHome.folder(),
            System.getProperty("os.name").toLowerCase(Locale.ROOT),
            xdg,
            dotFolder,
            windows,
            library)
        : FileNames.path(home).resolve(part);
  }

  /** As the XDG base directory specification has it, a variable with a relative path is ignored. */
  static Path folder(
      Map<String, String> variables,
      Path user,
      String system,
      String xdg,
      String dotFolder,
      String windows,
      String library) {
    boolean isWindows = system.contains("win");
    boolean isMac = system.contains("mac");
    @Nullable Path base =
        isMac ? null : UserHome.absolute(variables.get(isWindows ? windows : xdg));
    if (base == null) {
      base =
          isWindows
              ? user.resolve("AppData")
              : isMac ? user.resolve("Library").resolve(library) : user.resolve(dotFolder);
    }
    return base.resolve(NAME);
  }
}
