package org.densesteer.generation;

import java.util.List;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.Sites;
import org.jspecify.annotations.Nullable;

/** The sites of a run's steps, built anew only when what is steered changes. */
final class RunSites implements AutoCloseable {

  private final Decoder decoder;
  private List<RowSteering> built = List.of();
  private int builtRows;
  private @Nullable Sites sites;

  RunSites(Decoder decoder) {
    this.decoder = decoder;
  }

  /**
   * Sites for one step.
   *
   * @param wanted what steers which row
   * @param rows rows of the batch
   */
  Sites at(List<RowSteering> wanted, int rows) {
    Sites current = sites;
    if (current == null || rows != builtRows || !wanted.equals(built)) {
      close();
      SiteBuilder builder = new SiteBuilder(rows, 1);
      wanted.forEach(w -> builder.add(w.row(), w.steering()));
      current = decoder.sites(builder.build());
      sites = current;
      built = wanted;
      builtRows = rows;
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
