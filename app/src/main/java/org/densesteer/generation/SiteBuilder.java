package org.densesteer.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.model.decoder.Site;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Steering;

/** Gathers the steering of several rows into sites, one for each layer and operator. */
final class SiteBuilder {

  /** Two vectors of one row at the same layer need two sites, told apart by their occurrence. */
  private record Key(int layer, Operator operator, int occurrence) {}

  private final int rows;
  private final int positions;
  private final Map<Key, Site> sites = new LinkedHashMap<>();

  SiteBuilder(int rows, int positions) {
    this.rows = rows;
    this.positions = positions;
  }

  /** Sites that steer all positions of one row. */
  static List<Site> oneRow(List<Steering> steerings, int positions) {
    SiteBuilder builder = new SiteBuilder(1, positions);
    steerings.forEach(s -> builder.add(0, s));
    return builder.build();
  }

  /** Steers all positions of one row. */
  void add(int row, Steering steering) {
    int occurrence = 0;
    Key key = new Key(steering.layer(), steering.operator(), occurrence);
    while (sites.containsKey(key) && sites.get(key).directions()[row] != null) {
      key = new Key(steering.layer(), steering.operator(), ++occurrence);
    }
    Site site =
        sites.computeIfAbsent(
            key,
            k ->
                new Site(
                    k.layer(), k.operator().code(), new float[rows][], new float[rows][positions]));
    site.directions()[row] = steering.vector().direction(steering.layer());
    Arrays.fill(
        site.strengths()[row],
        steering.operator() == Operator.ABLATE ? 1 : (float) steering.strength());
  }

  List<Site> build() {
    return new ArrayList<>(sites.values());
  }
}
