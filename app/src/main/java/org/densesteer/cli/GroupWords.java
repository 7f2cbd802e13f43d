package org.densesteer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the library says of options that exclude each other, without its brackets. */
final class GroupWords {

  private static final Pattern NONE =
      Pattern.compile("(?:Error: )?Missing required argument \\(specify one of these\\): (.*)");

  private static final Pattern SEVERAL =
      Pattern.compile("(?:Error: )?(.*) are mutually exclusive \\(specify only one\\).*");

  private static final Pattern TWICE =
      Pattern.compile("(?:Error: )?expected only one match but got (.*?)=\\{.*", Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("--[a-z][a-z-]*");

  private GroupWords() {}

  /** The message, said anew where it is about a choice of options. */
  static String plain(String message) {
    Matcher none = NONE.matcher(message);
    if (none.matches()) {
      return "Give " + choices(none.group(1));
    }
    Matcher several = SEVERAL.matcher(message);
    if (several.matches()) {
      return "Give only one: " + choices(several.group(1));
    }
    Matcher twice = TWICE.matcher(message);
    return twice.matches() ? "Give only one, and once: " + choices(twice.group(1)) : message;
  }

  private static String choices(String text) {
    return parts(opened(text)).stream().map(GroupWords::names).collect(Collectors.joining(", or "));
  }

  /** Those that a choice needs; where it needs none, all. */
  private static String names(String choice) {
    String inner = opened(choice);
    StringBuilder needed = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < inner.length(); i++) {
      depth += step(inner.charAt(i));
      if (depth == 0) {
        needed.append(inner.charAt(i));
      }
    }
    List<String> names = all(needed);
    return names.isEmpty() ? String.join(" or ", all(inner)) : String.join(" with ", names);
  }

  private static List<String> all(CharSequence text) {
    return NAME.matcher(text).results().map(name -> name.group()).distinct().toList();
  }

  /** Cuts where one choice ends and the next begins. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += step(text.charAt(i));
      for (String between : List.of(" | ", " and ", ", ")) {
        if (depth == 0 && text.startsWith(between, i)) {
          parts.add(text.substring(begin, i));
          begin = i + between.length();
        }
      }
    }
    parts.add(text.substring(begin));
    return parts;
  }

  /** Without a pair of brackets around all of it. */
  private static String opened(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += step(text.charAt(i));
      if (depth == 0 && i < text.length() - 1) {
        return text;
      }
    }
    return text.length() > 2 && step(text.charAt(0)) > 0
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static int step(char letter) {
    if (letter == '(' || letter == '[') {
      return 1;
    }
    return letter == ')' || letter == ']' ? -1 : 0;
  }
}
