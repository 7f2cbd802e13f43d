package org.densesteer.steering;

import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * g as a curve over the answer: straight lines between points, level before the first and behind
 * the last.
 *
 * @param over what the points count
 * @param points the points, by their place; at least one
 */
public record CurveGate(Over over, List<Point> points) implements Gate {

  /** Most points of a curve. */
  public static final int MOST_POINTS = 64;

  private static final double MOST_PLACE = 1e9;
  private static final double MOST_VALUE = 1000;

  /** What a curve is drawn over. */
  public enum Over {
    /** Tokens of the answer; 0 is the prompt, and the first token. */
    TOKENS("curve", "tokens"),
    /** Reasoning steps that are complete; 0 is the prompt, and the first step. */
    STEPS("curve-steps", "steps");

    private final String id;
    private final String words;

    Over(String id, String words) {
      this.id = id;
      this.words = words;
    }

    /** How files and the command line call such a curve. */
    public String id() {
      return id;
    }

    /** What is counted. */
    public String words() {
      return words;
    }
  }

  /**
   * A point of a curve.
   *
   * @param place tokens or steps, at least 0
   * @param value g there
   */
  public record Point(double place, double value) {

    @Override
    public String toString() {
      return GateText.number(place) + "=" + GateText.number(value);
    }
  }

  /** Checks the points. */
  public CurveGate {
    points = List.copyOf(points);
    if (points.isEmpty() || points.size() > MOST_POINTS) {
      throw new FaultException(
          Texts.of("A curve has 1 to %d points, not %d.", MOST_POINTS, points.size()));
    }
    double before = -1;
    for (Point point : points) {
      if (!(point.place() >= 0 && point.place() <= MOST_PLACE)) {
        throw new FaultException(
            "The point " + point + " of a curve must stand at 0 or more " + over.words() + ".");
      }
      if (point.place() <= before) {
        throw new FaultException(
            "The points of a curve must stand one behind the other; " + point + " does not.");
      }
      if (!(Math.abs(point.value()) <= MOST_VALUE)) {
        throw new FaultException(
            "The point " + point + " of a curve must be a factor between -1000 and 1000.");
      }
      before = point.place();
    }
  }

  @Override
  public double at(Seen seen) {
    return at(over == Over.TOKENS ? seen.tokens() : seen.steps());
  }

  /** g at a place. */
  public double at(double place) {
    Point before = points.get(0);
    if (place <= before.place()) {
      return before.value();
    }
    for (Point next : points.subList(1, points.size())) {
      if (place < next.place()) {
        double share = (place - before.place()) / (next.place() - before.place());
        return before.value() + share * (next.value() - before.value());
      }
      before = next;
    }
    return before.value();
  }

  @Override
  public String text() {
    return over.id() + ":" + points.stream().map(Point::toString).collect(Collectors.joining(","));
  }

  @Override
  public String words() {
    return "curve over "
        + over.words()
        + " "
        + points.stream().map(Point::toString).collect(Collectors.joining(", "));
  }
}
