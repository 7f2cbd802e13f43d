package org.densesteer.common;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The person's home folder: what {@code HOME} says, as for every other program, and only then what
 * Java believes. Java asks the list of users, which has no entry for many a container's, and then
 * calls the folder {@code ?}.
 */
public final class UserHome {

  private static final String JAVA = "user.home";

  private UserHome() {}

  /**
   * Where it is; it may not be there.
   *
   * @throws FaultException when nothing says where
   */
  public static Path folder() {
    return folder(System.getenv(), System.getProperty(JAVA), System.getProperty("os.name"));
  }

  static Path folder(Map<String, String> variables, @Nullable String java, String system) {
    boolean windows = system.toLowerCase(Locale.ROOT).contains("win");
    @Nullable String home = windows ? null : variables.get("HOME");
    @Nullable Path folder = absolute(home);
    if (folder == null) {
      folder = absolute(java);
    }
    if (folder == null) {
      throw new FaultException(
          "This user has no home folder; set HOME to a folder that can be written.");
    }
    return folder;
  }

  /** A folder that a variable names, if it does; a relative one would change with every start. */
  static @Nullable Path absolute(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    Path folder = FileNames.path(text);
    return folder.isAbsolute() ? folder : null;
  }

  /**
   * Has libraries that keep files of their own keep them in this home folder, too; once, before
   * they are used.
   *
   * @throws FaultException when the folder in which the program was started cannot be named
   */
  public static void settle() {
    String encoding = LocaleEncoding.name();
    String here = System.getProperty("user.dir", "");
    if (LocaleEncoding.lost(encoding, here)) {
      throw new FaultException(
          "The current folder, “" + here + "”, " + LocaleEncoding.flaw(encoding) + ".");
    }
    @Nullable Path home = absolute(System.getenv("HOME"));
    if (home != null && !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win")) {
      System.setProperty(JAVA, home.toString());
    }
  }
}
