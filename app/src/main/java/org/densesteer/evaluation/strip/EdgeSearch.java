package org.densesteer.evaluation.strip;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Looks for the edges of several layers at once, by bisection with several cuts: each round asks a
 * few pushes of every layer in one batch, and goes on between the last that stood and the first
 * that broke. Answers that break and stand again further out are beyond the edge.
 */
final class EdgeSearch {

  /** Largest push that is tried: twice the hidden state. */
  static final double MOST = 2;

  /** Pushes of the first round, evenly up to {@link #MOST}. */
  static final int FIRST = 8;

  /** Pushes of a later round, evenly within the interval. */
  static final int LATER = 3;

  /** Widest interval that is left. */
  static final double RESOLUTION = 0.02;

  /** A push of a layer that is tried. */
  record Try(int layer, double push) {}

  private static final class Interval {
    private final int layer;
    private double whole;
    private double broken = Double.NaN;

    private Interval(int layer) {
      this.layer = layer;
    }

    private boolean open() {
      return Double.isNaN(broken) ? whole < MOST : broken - whole > RESOLUTION;
    }

    private List<Try> cuts() {
      boolean first = Double.isNaN(broken);
      int parts = first ? FIRST : LATER + 1;
      double width = (first ? MOST : broken - whole) / parts;
      List<Try> cuts = new ArrayList<>();
      for (int i = 1; i <= (first ? FIRST : LATER); i++) {
        cuts.add(new Try(layer, whole + i * width));
      }
      return cuts;
    }

    private void narrow(List<Try> cuts, List<Boolean> stood) {
      for (int i = 0; i < cuts.size(); i++) {
        if (!stood.get(i)) {
          broken = cuts.get(i).push();
          return;
        }
        whole = cuts.get(i).push();
      }
    }
  }

  private EdgeSearch() {}

  /**
   * The edges, in the order of the layers; their strengths are not known here and left 0.
   *
   * @param stand says of every try whether its answers stand; called once a round
   */
  static List<Edge> find(List<Integer> layers, Function<List<Try>, List<Boolean>> stand) {
    List<Interval> all = layers.stream().map(Interval::new).toList();
    List<Interval> open = all;
    while (!open.isEmpty()) {
      List<List<Try>> cuts = open.stream().map(Interval::cuts).toList();
      List<Boolean> stood = stand.apply(cuts.stream().flatMap(List::stream).toList());
      int at = 0;
      for (int i = 0; i < open.size(); i++) {
        int end = at + cuts.get(i).size();
        open.get(i).narrow(cuts.get(i), stood.subList(at, end));
        at = end;
      }
      open = open.stream().filter(Interval::open).toList();
    }
    return all.stream().map(each -> new Edge(each.layer, each.whole, each.broken, 0)).toList();
  }
}
