package org.densesteer.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.model.decoder.Site;
import org.densesteer.steering.Applied;
import org.densesteer.steering.Probe;
import org.densesteer.steering.Steering;

/** Gathers the steering of several rows into sites, one for each layer and operator. */
final class SiteBuilder {

  /** Two vectors of one row at the same layer need two sites, told apart by their occurrence. */
  private record Key(int layer, int operator, int occurrence) {}

  private final int rows;
  private final int positions;
  private final Map<Key, Site> sites = new LinkedHashMap<>();

  SiteBuilder(int rows, int positions) {
    this.rows = rows;
    this.positions = positions;
  }

  /** Sites that look at one row and steer all its positions. */
  static List<Site> oneRow(List<Probe> probes, List<Applied> steerings, int positions) {
    SiteBuilder builder = new SiteBuilder(1, positions);
    probes.forEach(p -> builder.add(0, p));
    steerings.forEach(s -> builder.add(0, s));
    return builder.build();
  }

  /** Looks at a row; what is added behind the same block later steers only after that. */
  void add(int row, Probe probe) {
    add(row, probe.layer(), Site.READ, probe.direction(), 0);
  }

  /** Steers all positions of one row. */
  void add(int row, Applied applied) {
    Steering steering = applied.steering();
    add(
        row,
        steering.layer(),
        steering.operator().code(),
        steering.vector().direction(steering.layer()),
        (float) applied.factor());
  }

  private void add(int row, int layer, int operator, float[] direction, float strength) {
    int occurrence = 0;
    Key key = new Key(layer, operator, occurrence);
    while (sites.containsKey(key) && sites.get(key).directions()[row] != null) {
      key = new Key(layer, operator, ++occurrence);
    }
    Site site =
        sites.computeIfAbsent(
            key,
            k -> new Site(k.layer(), k.operator(), new float[rows][], new float[rows][positions]));
    site.directions()[row] = direction;
    Arrays.fill(site.strengths()[row], strength);
  }

  List<Site> build() {
    return new ArrayList<>(sites.values());
  }
}
