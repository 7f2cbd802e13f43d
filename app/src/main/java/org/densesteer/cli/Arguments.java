package org.densesteer.cli;

import static java.util.regex.Pattern.DOTALL;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/** The arguments as they were written: texts are told from options, and lost letters refused. */
final class Arguments {

  private static final char LOST = '\uFFFD';

  /** Options that take any text. */
  private static final Set<String> TEXTS =
      Set.of("--prompt", "--chat", "--system", "--prompt-template");

  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*(=.*)?|-[hV]", DOTALL);

  /** Put before a text that begins with a minus sign, so that it looks like no option. */
  private static final String MARK = "\uE000";

  private Arguments() {}

  /** The arguments, in which no text that follows its option can be taken for an option. */
  static String[] withTexts(String... args) {
    String[] marked = args.clone();
    for (int i = 0; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      if (equals > 0 && TEXTS.contains(args[i].substring(0, equals))) {
        marked[i] = args[i].substring(0, equals + 1) + marked(args[i].substring(equals + 1));
      } else if (i > 0 && TEXTS.contains(args[i - 1])) {
        marked[i] = marked(args[i]);
      }
    }
    return marked;
  }

  private static String marked(String text) {
    return text.startsWith("-") && !OPTION.matcher(text).matches() ? MARK + text : text;
  }

  /** A text as it was written. */
  static String text(String value) {
    return value.startsWith(MARK) ? value.substring(MARK.length()) : value;
  }

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
