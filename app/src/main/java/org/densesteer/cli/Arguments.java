package org.densesteer.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/** Whether the arguments came through as they were written. */
final class Arguments {

  private static final char LOST = '\uFFFD';

  private Arguments() {}

  /**
   * Refuses arguments in which Java has lost letters: where the locale's encoding lacks them, it
   * puts replacement characters in their place.
   *
   * @throws FaultException naming the argument
   */
  static void requireReadable(String... args) {
    requireReadableIn(System.getProperty("sun.jnu.encoding", ""), args);
  }

  static void requireReadableIn(String encoding, String... args) {
    boolean unicode =
        !encoding.isEmpty()
            && Charset.isSupported(encoding)
            && Charset.forName(encoding).equals(StandardCharsets.UTF_8);
    for (int i = 0; i < args.length && !unicode; i++) {
      if (args[i].indexOf(LOST) >= 0) {
        throw new FaultException(
            Texts.of(
                "Argument %d, “%s”, has letters that the locale's encoding %s lacks; set LC_ALL=C.UTF-8"
                    + " or another UTF-8 locale.",
                i + 1, args[i], encoding));
      }
    }
  }
}
