package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.densesteer.common.WhiteSpace;

/** Operations on strings as Python defines them: by code points, with its white space. */
final class PythonStrings {

  private static final String LINE_ENDS = "\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029";

  private PythonStrings() {}

  /** Whether {@code str.isspace} holds. */
  static boolean isSpace(int c) {
    return WhiteSpace.is(c);
  }

  static boolean isBlank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static String strip(String text, boolean left, boolean right) {
    int start = 0;
    int end = text.length();
    while (left && start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (right && end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
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
      while (at < text.length() && isSpace(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        return words;
      }
      int start = at;
      if (most >= 0 && words.size() >= most) {
        words.add(text.substring(start));
        return words;
      }
      while (at < text.length() && !isSpace(text.charAt(at))) {
        at++;
      }
      words.add(text.substring(start, at));
    }
  }

  /** Splits at runs of white space, from the right; no part is empty. */
  static List<Object> wordsRight(String text, long most) {
    List<Object> words = new ArrayList<>();
    int end = text.length();
    while (true) {
      end = WhiteSpace.skipBack(text, 0, end);
      int start = end;
      if (most >= 0 && words.size() >= most) {
        start = 0;
      }
      while (start > 0 && !WhiteSpace.is(text.charAt(start - 1))) {
        start--;
      }
      if (end == 0) {
        Collections.reverse(words);
        return words;
      }
      words.add(text.substring(start, end));
      end = start;
    }
  }

  /** The lines; Python ends them at more signs than Java. */
  static List<Object> lines(String text, boolean keepEnds) {
    List<Object> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (LINE_ENDS.indexOf(text.charAt(i)) >= 0) {
        int end = i;
        if (text.startsWith("\r\n", i)) {
          i++;
        }
        lines.add(text.substring(start, keepEnds ? i + 1 : end));
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  /** Replaces the first {@code most} occurrences; all when negative. */
  static String replace(String text, String old, String replacement, long most, Budget budget) {
    long places = old.isEmpty() ? length(text) + 1 : split(text, old, -1).size() - 1L;
    long found = most < 0 ? places : Math.min(most, places);
    budget.spend(text.length() + found * replacement.length());
    if (found == places) {
      return old.isEmpty() ? interleave(text, replacement, found) : text.replace(old, replacement);
    }
    if (old.isEmpty()) {
      return interleave(text, replacement, found);
    }
    List<Object> parts = split(text, old, found);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      out.append(i > 0 ? replacement : "").append(parts.get(i));
    }
    return out.toString();
  }

  /** Puts a text before each of the first characters, and after the last. */
  private static String interleave(String text, String insert, long times) {
    StringBuilder out = new StringBuilder();
    long left = times;
    for (Object character : characters(text)) {
      out.append(left-- > 0 ? insert : "").append(character);
    }
    return out.append(left > 0 ? insert : "").toString();
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
    for (Object character : characters(text)) {
      String c = (String) character;
      out.append(inWord ? c.toLowerCase(Locale.ROOT) : titled(c));
      inWord = Cases.isCased(c.codePointAt(0));
    }
    return out.toString();
  }

  static String capitalize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return titled(text.substring(0, first)) + text.substring(first).toLowerCase(Locale.ROOT);
  }

  /** Whether {@code str.isprintable} holds for a character. */
  static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  /** A character as a word begins with it: one that grows to several letters has one large. */
  private static String titled(String character) {
    String large = character.toUpperCase(Locale.ROOT);
    if (large.codePointCount(0, large.length()) > 1) {
      int first = large.offsetByCodePoints(0, 1);
      return large.substring(0, first) + large.substring(first).toLowerCase(Locale.ROOT);
    }
    return Character.toString(Character.toTitleCase(character.codePointAt(0)));
  }
}
