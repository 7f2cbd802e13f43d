package org.densesteer.chat.jinja;

import java.util.Locale;
import java.util.function.IntPredicate;

/** What kind of characters a string has, as the {@code is…} methods of Python's strings say. */
final class Cases {

  private Cases() {}

  /** Whether the character is a letter that is large, small or a title. */
  static boolean isCased(int c) {
    return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
  }

  static boolean isLower(String text) {
    return text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c))
        && text.codePoints().anyMatch(Character::isLowerCase);
  }

  static boolean isUpper(String text) {
    return text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c))
        && text.codePoints().anyMatch(Character::isUpperCase);
  }

  /** Whether large letters begin words and small ones follow. */
  static boolean isTitle(String text) {
    boolean inWord = false;
    boolean any = false;
    for (int c : text.codePoints().toArray()) {
      boolean large = Character.isUpperCase(c) || Character.isTitleCase(c);
      boolean small = Character.isLowerCase(c);
      if (large && inWord || small && !inWord) {
        return false;
      }
      inWord = large || small;
      any |= inWord;
    }
    return any;
  }

  /** Whether there is a character, and all of them are as wanted. */
  static boolean all(String text, IntPredicate wanted) {
    return !text.isEmpty() && text.codePoints().allMatch(wanted);
  }

  /** A digit of a decimal system, or one that stands high, low or in a circle. */
  static boolean isDigit(int c) {
    return Character.isDigit(c)
        || c == 0xb2
        || c == 0xb3
        || c == 0xb9
        || c == 0x2070
        || c >= 0x2074 && c <= 0x2079
        || c >= 0x2080 && c <= 0x2089
        || c >= 0x2460 && c <= 0x2468
        || c >= 0x2474 && c <= 0x247c
        || c >= 0x2488 && c <= 0x2490
        || c == 0x24ea
        || c >= 0x24f5 && c <= 0x24fd
        || c == 0x24ff
        || c >= 0x2776 && c <= 0x277e
        || c >= 0x2780 && c <= 0x2788
        || c >= 0x278a && c <= 0x2792
        || c >= 0x1369 && c <= 0x1371
        || c == 0x19da
        || c >= 0x10a40 && c <= 0x10a43
        || c >= 0x10e60 && c <= 0x10e68
        || c >= 0x11052 && c <= 0x1105a
        || c >= 0x1f100 && c <= 0x1f10a;
  }

  /** A character that stands for a number, fractions and Roman numerals among them. */
  static boolean isNumeric(int c) {
    int type = Character.getType(c);
    boolean number =
        type == Character.DECIMAL_DIGIT_NUMBER
            || type == Character.LETTER_NUMBER
            || type == Character.OTHER_NUMBER;
    return number || "〇一二三四五六七八九十百千万亿億兆零壹贰叁肆伍陆柒捌玖拾两參陌阡佰仟".indexOf(c) >= 0;
  }

  /** A letter, or what stands for a number. */
  static boolean isAlphanumeric(int c) {
    return Character.isLetter(c) || isNumeric(c);
  }

  static String swapped(String text) {
    StringBuilder out = new StringBuilder();
    for (Object character : PythonStrings.characters(text)) {
      String c = (String) character;
      boolean large = Character.isUpperCase(c.codePointAt(0));
      out.append(large ? c.toLowerCase(Locale.ROOT) : c.toUpperCase(Locale.ROOT));
    }
    return out.toString();
  }
}
