package org.densesteer.common;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command line as a POSIX shell reads it. */
public final class ShellCommand {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private ShellCommand() {}

  /** The arguments, quoted where they need it. */
  public static String of(List<String> arguments) {
    return arguments.stream().map(ShellCommand::word).collect(Collectors.joining(" "));
  }

  /** One argument, quoted where it needs it. */
  public static String word(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\"'\"'") + "'";
  }
}
