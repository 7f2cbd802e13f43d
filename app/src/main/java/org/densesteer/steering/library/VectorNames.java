package org.densesteer.steering.library;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;

/**
 * Names of vectors, which are names of files: on every platform, and in llama.cpp and lm-eval,
 * which split paths at ':' and ','.
 */
public final class VectorNames {

  /** Most characters of a name; file systems take 255 bytes with the ending. */
  public static final int LONGEST = 60;

  private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|,\\p{Cntrl}]");
  private static final Pattern RESERVED =
      Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

  private VectorNames() {}

  /**
   * The name without spaces around it.
   *
   * @throws FaultException when it cannot be used
   */
  public static String checked(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      throw new FaultException("A vector needs a name.");
    }
    if (stripped.length() > LONGEST) {
      throw new FaultException(
          "The name of a vector has at most " + LONGEST + " characters; this has more.");
    }
    if (FORBIDDEN.matcher(stripped).find()) {
      throw new FaultException(
          "The name "
              + stripped
              + " has one of \\ / : * ? \" < > | and ',', which no file can have"
              + " everywhere; leave it out.");
    }
    if (stripped.startsWith(".") || RESERVED.matcher(stripped).matches()) {
      throw new FaultException(
          "The name " + stripped + " means something else to a file system; choose another.");
    }
    return stripped;
  }

  /** The nearest name that can be used. */
  public static String cleaned(String name) {
    String plain = FORBIDDEN.matcher(name).replaceAll("-").strip().replaceFirst("^\\.+", "");
    String shorter = plain.length() > LONGEST ? plain.substring(0, LONGEST).strip() : plain;
    if (shorter.isEmpty()) {
      return "vector";
    }
    return RESERVED.matcher(shorter).matches() ? "vector-" + shorter : shorter;
  }

  /**
   * The name itself, or with the first number that makes it a new one.
   *
   * @param taken names in use, in lower case
   */
  static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int number = 2; taken.contains(name.toLowerCase(Locale.ROOT)); number++) {
      String suffix = " " + number;
      int room = LONGEST - suffix.length();
      name = (wanted.length() > room ? wanted.substring(0, room) : wanted) + suffix;
    }
    return name;
  }
}
