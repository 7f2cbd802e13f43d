package org.densesteer.evaluation.placebo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringSum;

/** What a placebo adds to the hidden states in place of several steerings that work together. */
public final class PlaceboMix {

  /** Apart enough that a draw of a further vector at a layer is no other draw of the first. */
  private static final int DRAWS_APART = 1000;

  private record Place(int layer, Positions positions, Gate gate) {}

  private PlaceboMix() {}

  /**
   * The placebo of every steering. Vectors that are added at one layer are one push; a random
   * direction stands in for their sum, so that it is as long as what it replaces.
   *
   * @param steerings what the placebo stands in for
   * @param seed decides the random directions, together with layer and draw
   * @return nothing for {@link PlaceboKind#CONCISE}
   * @throws org.densesteer.common.FaultException when a vector lacks the other layer or the control
   */
  public static List<Steering> of(Placebo placebo, List<Steering> steerings, long seed) {
    if (placebo.kind() != PlaceboKind.RANDOM) {
      return steerings.stream()
          .flatMap(s -> PlaceboSteering.of(placebo, s, seed).stream())
          .toList();
    }
    Map<Integer, Integer> seen = new LinkedHashMap<>();
    List<Steering> out = new ArrayList<>();
    for (Steering each : pushes(steerings)) {
      int before = seen.merge(each.layer(), 1, Integer::sum) - 1;
      Placebo draw =
          before == 0
              ? placebo
              : new Placebo(PlaceboKind.RANDOM, placebo.number() + before * DRAWS_APART);
      out.addAll(PlaceboSteering.of(draw, each, seed));
    }
    return out;
  }

  /** Additions at one layer made one; everything else as it is. */
  private static List<Steering> pushes(List<Steering> steerings) {
    Map<Place, List<Steering>> additions = new LinkedHashMap<>();
    List<Steering> others = new ArrayList<>();
    for (Steering each : steerings) {
      if (each.operator() == Operator.ADD && each.active()) {
        additions
            .computeIfAbsent(
                new Place(each.layer(), each.positions(), each.gate()), key -> new ArrayList<>())
            .add(each);
      } else {
        others.add(each);
      }
    }
    List<Steering> out = new ArrayList<>();
    additions.forEach(
        (place, group) -> out.add(group.size() == 1 ? group.get(0) : sum(place, group)));
    out.addAll(others);
    return out;
  }

  private static Steering sum(Place place, List<Steering> group) {
    return new Steering(
        SteeringSum.of("sum at layer " + place.layer(), group),
        place.layer(),
        1,
        place.positions(),
        Operator.ADD,
        place.gate());
  }
}
