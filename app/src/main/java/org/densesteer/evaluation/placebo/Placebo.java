package org.densesteer.evaluation.placebo;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.densesteer.common.FaultException;
import org.jspecify.annotations.Nullable;

/**
 * One placebo.
 *
 * @param kind what it does
 * @param number the draw, from 1, of a random or shuffled-pair direction; the 0-based decoder block
 *     of another layer's direction; 0 for kinds without a number
 */
public record Placebo(PlaceboKind kind, int number) {

  /** The system prompt of {@link PlaceboKind#CONCISE}. */
  public static final String CONCISE_REQUEST =
      "Be concise. Merge neighbouring reasoning steps where that is natural, and add nothing.";

  /** The system turn of {@link PlaceboKind#CONCISE} beside another one; null and blank for none. */
  public static String conciseSystem(@Nullable String system) {
    return system == null || system.isBlank() ? CONCISE_REQUEST : system + " " + CONCISE_REQUEST;
  }

  /** Its name in files and as an arm: {@code random-1}, {@code flip}, {@code layer-5}. */
  @JsonValue
  public String name() {
    return kind.numbered() ? kind.word() + "-" + number : kind.word();
  }

  /**
   * The placebo of this name.
   *
   * @throws FaultException when there is none
   */
  @JsonCreator
  public static Placebo named(String name) {
    int dash = name.indexOf('-');
    String word = dash < 0 ? name : name.substring(0, dash);
    PlaceboKind kind =
        Arrays.stream(PlaceboKind.values())
            .filter(k -> k.word().equals(word) && k.numbered() == dash >= 0)
            .findFirst()
            .orElseThrow(() -> new FaultException("There is no placebo named " + name + "."));
    return new Placebo(kind, dash < 0 ? 0 : PlaceboList.number(name.substring(dash + 1), name));
  }

  /** A few words for a person. */
  public String describe() {
    return switch (kind) {
      case RANDOM -> "random direction of equal norm, draw " + number;
      case SHUFFLED -> "the vector's pairs with half of the labels exchanged, draw " + number;
      case FLIP -> "the vector with its sign flipped";
      case LAYER -> "the direction of layer " + number + ", scaled to equal norm";
      case CONCISE -> "no vector, a prompt that asks for concise steps";
      case UNGATED -> "the same vector and strength without the gate";
    };
  }
}
