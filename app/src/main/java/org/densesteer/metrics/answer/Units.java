package org.densesteer.metrics.answer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind a number and does not change it: a unit, a currency, a word for what was
 * counted. Set as text it may be anything; otherwise it must be a known unit or a word of its own,
 * for {@code 2ab} is a product.
 */
final class Units {

  private static final Pattern BEHIND =
      Pattern.compile(
          "(?s)(.*?(?:[\\d})]|\\\\pi))\\s*(\\(?\\s*(?:(?:\ue000[^\ue000\ue001]*+\ue001|[A-Za-zµ]++\\.?+)"
              + "(?:\\^\\{?-?[1-4]\\}?)?+[\\s/·-]*+|\\\\cdot\\s*+)++\\)?)");
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:\ue000[^\ue000\ue001]*\ue001|Rs\\.?|USD|EUR|GBP|INR|US)\\s*(?=[-\\d\\\\])(.*)");
  private static final Pattern WORD = Pattern.compile("[A-Za-zµ]+");
  private static final int SHORTEST_WORD = 3;

  private static final Map<String, String> KNOWN = known();

  private Units() {}

  /**
   * A text in two parts.
   *
   * @param number what stands before the unit
   * @param unit its common name; empty when it has none that is known
   */
  record Parts(String number, String unit) {}

  /** Cuts a spelled text; empty when nothing that can be a unit stands there. */
  static Optional<Parts> cut(String spelled) {
    Matcher before = BEFORE.matcher(spelled);
    if (before.matches()) {
      return Optional.of(new Parts(before.group(1), ""));
    }
    Matcher behind = BEHIND.matcher(spelled);
    if (!behind.matches()) {
      return Optional.empty();
    }
    String number = behind.group(1);
    String unit = behind.group(2);
    boolean apart = spelled.substring(number.length()).matches("(?s)[\\s(].*");
    return acceptable(unit, apart) ? Optional.of(new Parts(number, name(unit))) : Optional.empty();
  }

  private static boolean acceptable(String unit, boolean apart) {
    String bare = unit.replaceAll("\ue000[^\ue000\ue001]*\ue001", " ").replace("\\cdot", " ");
    return WORD.matcher(bare)
        .results()
        .map(word -> word.group())
        .allMatch(
            word ->
                KNOWN.containsKey(word.toLowerCase(Locale.ROOT)) && (apart || word.length() > 1)
                    || apart && word.length() >= SHORTEST_WORD);
  }

  /** One name for every way to write a unit; empty when a word of it is not known. */
  private static String name(String unit) {
    String plain = Spelling.plain(unit).toLowerCase(Locale.ROOT).replaceAll("[{}().]", " ");
    String squared = plain.replaceAll("\\b(?:square|sq)\\s+([a-zµ]+)", "$1^2");
    String cubed = squared.replaceAll("\\b(?:cubic|cu)\\s+([a-zµ]+)", "$1^3");
    StringBuilder name = new StringBuilder();
    for (String word : cubed.replace(" per ", "/").strip().split("(?<=[/^])|(?=[/^])|[\\s·]+")) {
      if (word.matches("[/^]|-?\\d")) {
        name.append(word);
      } else if (KNOWN.containsKey(word)) {
        name.append(KNOWN.get(word)).append(' ');
      } else {
        return "";
      }
    }
    return name.toString();
  }

  private static Map<String, String> known() {
    String[] names = {
      "mm millimeter millimetre",
      "cm centimeter centimetre",
      "m meter metre",
      "km kilometer kilometre",
      "in inch inches",
      "ft foot feet",
      "yd yard",
      "mi mile",
      "mg milligram",
      "g gram",
      "kg kilogram kilo",
      "lb lbs pound",
      "oz ounce",
      "t ton tonne",
      "l liter litre",
      "ml milliliter millilitre",
      "gal gallon",
      "s sec second",
      "min minute",
      "h hr hrs hour",
      "d day",
      "wk week",
      "mo month",
      "yr year",
      "cent",
      "dollar usd",
      "euro eur",
      "hz",
      "degree deg",
      "radian rad"
    };
    Map<String, String> known = new HashMap<>();
    for (String name : names) {
      String[] words = name.split(" ");
      for (String word : words) {
        known.put(word, words[0]);
        known.putIfAbsent(word + "s", words[0]);
      }
    }
    known.put("mph", "mi /h");
    known.put("kmh", "km /h");
    return known;
  }
}
