package org.densesteer.model.decoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a site really did at the last position of a call, measured on the hidden states.
 *
 * @param layer its 0-based decoder block
 * @param operator its {@link Site#operator}
 * @param change ‖h′ − h‖ / ‖h‖ for every row
 * @param alignment cosine between h′ and the row's direction; NaN for a row without one
 */
public record SiteReport(int layer, int operator, float[] change, float[] alignment) {

  /**
   * What the program reports of sites.
   *
   * @param values for every site the changes of all rows, then the alignments
   * @param rows how many rows are of interest, the first ones
   */
  static List<SiteReport> of(float[][] values, Sites sites, int rows) {
    List<SiteReport> reports = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      Site site = sites.list().get(i);
      float[] alignment = Arrays.copyOfRange(values[i], rows, 2 * rows);
      for (int row = 0; row < rows; row++) {
        if (site.directions()[row] == null) {
          alignment[row] = Float.NaN;
        }
      }
      reports.add(
          new SiteReport(site.layer(), site.operator(), Arrays.copyOf(values[i], rows), alignment));
    }
    return reports;
  }
}
