package org.densesteer.evaluation.placebo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/** Reads lists of placebos such as {@code random:3,shuffled:3,flip,layer:5,concise}. */
public final class PlaceboList {

  private static final int MOST_DRAWS = 1000;

  private PlaceboList() {}

  /**
   * The placebos in the given order, {@code random:n} and {@code shuffled:n} as n draws; none for
   * blank text.
   *
   * @throws FaultException when a word is unknown, a number is missing or wrong
   */
  public static List<Placebo> parse(String text) {
    Set<Placebo> placebos = new LinkedHashSet<>();
    for (String item : text.isBlank() ? new String[0] : text.split(",", -1)) {
      placebos.addAll(parseItem(item.strip()));
    }
    return List.copyOf(placebos);
  }

  private static List<Placebo> parseItem(String item) {
    int colon = item.indexOf(':');
    String word = colon < 0 ? item : item.substring(0, colon);
    for (PlaceboKind kind : PlaceboKind.values()) {
      if (kind.word().equals(word)) {
        return of(kind, item, colon < 0 ? "" : item.substring(colon + 1));
      }
    }
    throw new FaultException(
        Texts.of(
            "“%s” is not a placebo; random:N, shuffled:N, flip, layer:L, concise and ungated are.",
            item));
  }

  private static List<Placebo> of(PlaceboKind kind, String item, String number) {
    if (!kind.numbered()) {
      if (!number.isEmpty()) {
        throw new FaultException("The placebo “" + item + "” takes no number.");
      }
      return List.of(new Placebo(kind, 0));
    }
    int value = number(number, item);
    if (!kind.drawn()) {
      return List.of(new Placebo(kind, value));
    }
    if (value < 1 || value > MOST_DRAWS) {
      throw new FaultException(
          Texts.of(
              "Between 1 and %d %s placebos can be drawn, not %d.",
              MOST_DRAWS, kind.word(), value));
    }
    List<Placebo> draws = new ArrayList<>();
    for (int draw = 1; draw <= value; draw++) {
      draws.add(new Placebo(kind, draw));
    }
    return draws;
  }

  static int number(String text, String whole) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new FaultException("The placebo “" + whole + "” needs a number, as in random:3.");
    }
    return Integer.parseInt(text);
  }
}
