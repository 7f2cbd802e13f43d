package org.densesteer.common;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files as people and variables give them. */
public final class FileNames {

  private FileNames() {}

  /**
   * The path of a name.
   *
   * @throws FaultException when no file of this system can be called so
   */
  public static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw fault(e);
    }
  }

  /** What is wrong with a name, in a person's words. */
  public static FaultException fault(InvalidPathException e) {
    return new FaultException("“" + e.getInput() + "” " + flaw(e) + ".", e);
  }

  /** The same, to follow the name. */
  public static String flaw(InvalidPathException e) {
    return String.valueOf(e.getReason()).startsWith("Malformed input")
        ? LocaleEncoding.flaw(LocaleEncoding.name())
        : "is no name of a file on this system (" + e.getReason() + ")";
  }
}
