package org.densesteer.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Folders in the system's place for temporary files, for this person alone. */
public final class TemporaryFolders {

  private static final String PREFIX = "densesteer-";
  private static final Pattern NAMES =
      Pattern.compile(PREFIX + "[a-z]+-(?<pid>[0-9]{1,10})-[0-9]+");

  private TemporaryFolders() {}

  /**
   * Makes a new one, and removes what killed processes left; whoever makes it removes it.
   *
   * @param what what it is for, a word
   */
  public static Path make(String what) throws IOException {
    Path folder = Files.createTempDirectory(PREFIX + what + "-" + Leftovers.mark() + "-");
    Leftovers.removeOnce(folder.toAbsolutePath().getParent(), NAMES);
    return folder;
  }
}
