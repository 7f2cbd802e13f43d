package org.densesteer.cli;

import static java.util.regex.Pattern.DOTALL;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.densesteer.common.FileNames;
import org.densesteer.common.LocaleEncoding;
import org.densesteer.common.Texts;
import picocli.CommandLine.TypeConversionException;

/** The arguments as they were written: texts are told from options, and lost letters refused. */
final class Arguments {

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
   * The path of an option's value.
   *
   * @throws TypeConversionException when no file can be called so
   */
  static Path path(String value) {
    if (value.isEmpty()) {
      throw new TypeConversionException("a file or folder must have a name");
    }
    try {
      return FileNames.path(value);
    } catch (FaultException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /**
   * Refuses arguments in which Java has lost letters: where the locale's encoding lacks them, it
   * puts replacement characters in their place.
   *
   * @throws FaultException naming the argument
   */
  static void requireReadable(String... args) {
    requireReadableIn(LocaleEncoding.name(), args);
  }

  static void requireReadableIn(String encoding, String... args) {
    for (int i = 0; i < args.length; i++) {
      if (LocaleEncoding.lost(encoding, args[i])) {
        throw new FaultException(
            Texts.of("Argument %d, “%s”, %s.", i + 1, args[i], LocaleEncoding.flaw(encoding)));
      }
    }
  }
}
