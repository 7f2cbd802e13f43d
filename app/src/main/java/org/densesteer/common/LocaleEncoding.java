package org.densesteer.common;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The encoding in which Java reads arguments, variables and names of files: the locale's. Where it
 * lacks a letter, as every letter beyond ASCII without a locale, Java puts a replacement character
 * in its place, and the letter is lost.
 */
public final class LocaleEncoding {

  private static final char LOST = '\uFFFD';

  private LocaleEncoding() {}

  /** The encoding's name. */
  public static String name() {
    return System.getProperty("sun.jnu.encoding", "");
  }

  /** Whether a text from outside has lost letters to an encoding. */
  public static boolean lost(String encoding, String text) {
    boolean unicode =
        !encoding.isEmpty()
            && Charset.isSupported(encoding)
            && Charset.forName(encoding).equals(StandardCharsets.UTF_8);
    return !unicode && text.indexOf(LOST) >= 0;
  }

  /** What is wrong and what helps, behind the text's name. */
  public static String flaw(String encoding) {
    return "has letters that the locale's encoding "
        + encoding
        + " lacks; set LC_ALL=C.UTF-8 or another UTF-8 locale";
  }
}
