package org.densesteer.generation;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.Sites;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;

/** The sites of a run's steps, built anew only when what is steered changes. */
final class RunSites implements AutoCloseable {

  private record Row(int row, Steering steering) {}

  private final Decoder decoder;
  private final int rows;
  private List<Row> built = List.of();
  private @Nullable Sites sites;

  RunSites(Decoder decoder, int rows) {
    this.decoder = decoder;
    this.rows = rows;
  }

  /** Sites for the arms as they stand. */
  Sites at(List<ArmState> arms) {
    List<Row> wanted = new ArrayList<>();
    for (ArmState arm : arms) {
      for (Steering steering : arm.steerings) {
        if (arm.running() && arm.steersNext(steering)) {
          wanted.add(new Row(arm.row, steering));
        }
      }
    }
    Sites current = sites;
    if (current == null || !wanted.equals(built)) {
      close();
      SiteBuilder builder = new SiteBuilder(rows, 1);
      wanted.forEach(w -> builder.add(w.row(), w.steering()));
      current = decoder.sites(builder.build());
      sites = current;
      built = wanted;
    }
    return current;
  }

  @Override
  public void close() {
    if (sites != null) {
      sites.close();
      sites = null;
    }
  }
}
