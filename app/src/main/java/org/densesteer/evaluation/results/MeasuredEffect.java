package org.densesteer.evaluation.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.PlanJson;
import org.densesteer.evaluation.plan.SweepGate;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.plan.SweepSubject;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;

/**
 * What the sweep that was finished last says of a vector at one layer and strength.
 *
 * @param folder the sweep's folder
 * @param problems what its problem set is called
 * @param rows the baseline, the cell, and its placebos where they were run
 */
public record MeasuredEffect(Path folder, String problems, List<CellSummary> rows) {

  /** Freezes the list. */
  public MeasuredEffect {
    rows = List.copyOf(rows);
  }

  /**
   * Looks through finished sweeps, the newest first.
   *
   * @param sweeps folder whose folders are sweeps; what is none is passed over
   * @param model fingerprint of the checkpoint
   */
  public static Optional<MeasuredEffect> latest(Path sweeps, String model, Steering tuned) {
    String vector = SweepSubject.fingerprint(tuned.vector());
    for (SweepFolder folder : SafeBands.finished(sweeps)) {
      try {
        SweepPlan plan = PlanJson.read(folder.planFile()).plan();
        if (plan.subject().model().equals(model)
            && plan.subject().vector().equals(vector)
            && plan.decoding().positions().equals(tuned.positions())
            && plan.decoding().operator() == tuned.operator()
            && Objects.equals(plan.decoding().gate(), SweepGate.of(tuned.gate()))) {
          SweepFolder.Content content = folder.read();
          Optional<List<CellSummary>> rows = rows(content.results(), tuned);
          if (rows.isPresent()) {
            return Optional.of(
                new MeasuredEffect(folder.path(), content.problems().name(), rows.get()));
          }
        }
      } catch (FaultException e) {
        // Another version's sweep, or a damaged one: an older one may still tell.
        continue;
      }
    }
    return Optional.empty();
  }

  private static Optional<List<CellSummary>> rows(SweepResults results, Steering tuned) {
    boolean chosen =
        results.chosen().filter(arm -> isAt(arm.layer(), arm.strength(), tuned)).isPresent();
    if (chosen && !results.check().isEmpty()) {
      return Optional.of(results.check());
    }
    return results.cells().stream()
        .filter(cell -> isAt(cell.layer(), cell.strength(), tuned))
        .findFirst()
        .map(cell -> Stream.of(results.gridBaseline(), cell).toList());
  }

  private static boolean isAt(@Nullable Integer layer, double strength, Steering tuned) {
    return Objects.equals(layer, tuned.layer()) && strength == tuned.strength();
  }
}
