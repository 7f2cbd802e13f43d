package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.WhiteSpace;

/** Operations on strings as Python defines them: by code points, with its white space. */
final class PythonStrings {

  private PythonStrings() {}

  static String strip(String text, boolean left, boolean right) {
    int start = left ? WhiteSpace.skip(text, 0, text.length()) : 0;
    int end = right ? WhiteSpace.skipBack(text, start, text.length()) : text.length();
    return text.substring(start, end);
  }

  /** Takes any of the characters in {@code set} off the ends. */
  static String strip(String text, String set, boolean left, boolean right) {
    int start = 0;
    int end = text.length();
    while (left && start < end && set.indexOf(text.codePointAt(start)) >= 0) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (right && end > start && set.indexOf(text.codePointBefore(end)) >= 0) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  /** Splits at a separator, from the left, at most {@code most} times; all when negative. */
  static List<Object> split(String text, String separator, long most) {
    if (separator.isEmpty()) {
      throw new JinjaException(0, "the separator of a split is empty");
    }
    List<Object> parts = new ArrayList<>();
    int from = 0;
    int cut = text.indexOf(separator);
    while (cut >= 0 && (most < 0 || parts.size() < most)) {
      parts.add(text.substring(from, cut));
      from = cut + separator.length();
      cut = text.indexOf(separator, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** Splits at a separator, from the right. */
  static List<Object> splitRight(String text, String separator, long most) {
    if (most < 0) {
      return split(text, separator, most);
    }
    long keep = split(text, separator, -1).size() - 1 - most;
    if (keep <= 0) {
      return split(text, separator, -1);
    }
    int cut = -separator.length();
    for (long i = 0; i <= keep; i++) {
      cut = text.indexOf(separator, cut + separator.length());
    }
    List<Object> parts = new ArrayList<>(List.of(cut < 0 ? text : text.substring(0, cut)));
    if (cut >= 0) {
      parts.addAll(split(text.substring(cut + separator.length()), separator, -1));
    }
    return parts;
  }

  /** Splits at runs of white space; no part is empty. */
  static List<Object> words(String text, long most) {
    List<Object> words = new ArrayList<>();
    int at = 0;
    while (true) {
      at = WhiteSpace.skip(text, at, text.length());
      if (at == text.length()) {
        return words;
      }
      int start = at;
      if (most >= 0 && words.size() >= most) {
        words.add(text.substring(start));
        return words;
      }
      while (at < text.length() && !WhiteSpace.is(text.charAt(at))) {
        at++;
      }
      words.add(text.substring(start, at));
    }
  }

  static List<Object> lines(String text) {
    List<Object> lines = new ArrayList<>();
    text.lines().forEach(lines::add);
    return lines;
  }

  /** Replaces the first {@code most} occurrences; all when negative. */
  static String replace(String text, String old, String replacement, long most, Budget budget) {
    if (most < 0) {
      long found = old.isEmpty() ? text.length() + 1L : split(text, old, -1).size() - 1L;
      budget.spend(text.length() + found * replacement.length());
      return text.replace(old, replacement);
    }
    if (old.isEmpty()) {
      throw new JinjaException(0, "a counted replacement of nothing is not supported");
    }
    List<Object> parts = split(text, old, most);
    budget.spend(text.length() + (long) parts.size() * replacement.length());
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      out.append(i > 0 ? replacement : "").append(parts.get(i));
    }
    return out.toString();
  }

  /** The characters, each as a string. */
  static List<Object> characters(String text) {
    List<Object> characters = new ArrayList<>(text.length());
    text.codePoints().forEach(c -> characters.add(Character.toString(c)));
    return characters;
  }

  static long length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** First letter of every word large, the rest small; a word begins after any other sign. */
  static String title(String text) {
    StringBuilder out = new StringBuilder();
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(inWord ? Character.toLowerCase(c) : Character.toUpperCase(c));
      inWord = Character.isLetter(c);
    }
    return out.toString();
  }

  static String capitalize(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
            + text.substring(1).toLowerCase(java.util.Locale.ROOT);
  }
}
