package org.densesteer.evaluation.strip;

import java.util.List;
import java.util.Optional;

/**
 * A finished strip.
 *
 * @param baseline unsteered
 * @param rows one for each cell, in the order of the cells
 * @param floor the random directions: for each cell that pushes at all, one for each seed
 */
public record Strip(StripRow baseline, List<StripRow> rows, List<StripRow> floor) {

  /** Freezes the lists. */
  public Strip {
    rows = List.copyOf(rows);
    floor = List.copyOf(floor);
  }

  /** The random directions of a row's cell. */
  public List<StripRow> floorOf(StripRow row) {
    return floor.stream()
        .filter(random -> row.cell() != null && row.cell().equals(random.cell()))
        .toList();
  }

  /**
   * How a figure's difference from the baseline compares in size with those of the random
   * directions.
   *
   * @return empty without a floor, and where the row's answers do not stand: of broken answers
   *     nothing is claimed
   */
  public Optional<Verdict> verdict(StripRow row, StripFigure figure) {
    double before = baseline.mean(figure);
    if (!row.stands(baseline)) {
      return Optional.empty();
    }
    return Verdict.of(
        row.mean(figure) - before,
        floorOf(row).stream().mapToDouble(each -> each.mean(figure) - before).toArray());
  }
}
