package org.densesteer.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.steering.CurveGate.Over;
import org.densesteer.steering.CurveGate.Point;

/** Gates as one word, as files and the command line write them. */
public final class GateText {

  private static final Pattern COSINE = Pattern.compile("(.+)@([0-9]{1,6})>([^@>]+)");
  private static final Pattern BUDGET = Pattern.compile("([^,]+)(?:,gain=([^,]+))?");

  private GateText() {}

  /**
   * Reads a gate.
   *
   * @param probes finds a probe by the name of its vector and its 0-based layer
   * @throws FaultException when the word is none, with what is wrong with it
   */
  public static Gate parse(String text, BiFunction<String, Integer, Probe> probes) {
    String word = text.strip();
    for (Over over : Over.values()) {
      if (word.startsWith(over.id() + ":")) {
        return new CurveGate(over, points(word.substring(over.id().length() + 1), word));
      }
    }
    if (word.equals(Gate.CONSTANT.text())) {
      return Gate.CONSTANT;
    }
    boolean once = word.startsWith(CosineGate.ONCE_ID);
    if (once || word.startsWith(CosineGate.ID)) {
      Matcher cosine =
          COSINE.matcher(word.substring((once ? CosineGate.ONCE_ID : CosineGate.ID).length()));
      if (!cosine.matches()) {
        throw wrong(word, "a cosine gate is written cosine:PROBE@LAYER>BOUND");
      }
      double bound = number(cosine.group(3), word);
      return new CosineGate(
          probes.apply(cosine.group(1), Integer.parseInt(cosine.group(2))), bound, once);
    }
    if (word.startsWith(ConfidenceGate.ID)) {
      return new ConfidenceGate(number(word.substring(ConfidenceGate.ID.length()), word));
    }
    Matcher budget = BUDGET.matcher(word.startsWith(KlBudget.ID) ? word.substring(3) : "");
    if (budget.matches()) {
      double gain = budget.group(2) == null ? KlBudget.DEFAULT_GAIN : number(budget.group(2), word);
      return new KlBudget(number(budget.group(1), word), gain);
    }
    throw wrong(
        word,
        "a gate is constant, curve:0=1,50=0 (tokens), curve-steps:0=1,3=0, cosine:PROBE@LAYER>BOUND,"
            + " cosine-prompt:PROBE@LAYER>BOUND, confidence<BOUND or kl:NATS[,gain=G]");
  }

  /** A probe of this name and layer and of no model, to read a gate whose probe is not at hand. */
  public static Probe anyProbe(String vector, int layer) {
    TreeMap<Integer, float[]> one = new TreeMap<>();
    one.put(layer, new float[] {1});
    return new Probe(new SteeringVector(vector, 1, one, VectorMetadata.EMPTY), layer);
  }

  private static List<Point> points(String list, String word) {
    List<Point> points = new ArrayList<>();
    for (String each : list.split(",", -1)) {
      int equals = each.indexOf('=');
      if (equals < 0) {
        throw wrong(word, "a point of a curve is written PLACE=VALUE, such as 50=0");
      }
      points.add(
          new Point(
              number(each.substring(0, equals), word), number(each.substring(equals + 1), word)));
    }
    return points;
  }

  private static double number(String text, String word) {
    try {
      double value = Double.parseDouble(text.strip().toLowerCase(Locale.ROOT));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(word, "“" + text + "” is not a number");
    }
    throw wrong(word, "“" + text + "” is not a finite number");
  }

  private static FaultException wrong(String word, String why) {
    return new FaultException(Texts.of("“%s” is not a gate: %s.", word, why));
  }

  /** A number without a useless fraction. */
  static String number(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
