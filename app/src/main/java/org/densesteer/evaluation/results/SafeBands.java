package org.densesteer.evaluation.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.PlanJson;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepGate;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.plan.SweepSubject;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.jspecify.annotations.Nullable;

/**
 * Which strengths a sweep found safe, and for whom that holds.
 *
 * @param model fingerprint of the checkpoint
 * @param vector fingerprint of the directions
 * @param positions which positions were steered
 * @param operator how the direction met the hidden state
 * @param gate how strengths followed the answer; null where they did not
 * @param layers the bands by 0-based decoder block
 */
public record SafeBands(
    String model,
    String vector,
    Positions positions,
    Operator operator,
    @Nullable SweepGate gate,
    Map<Integer, StrengthBand> layers) {

  private static final int FEWEST_ANSWERS = 3;

  /** Freezes the map. */
  public SafeBands {
    layers = Map.copyOf(layers);
  }

  /** What a finished sweep found. */
  public static SafeBands of(SweepPlan plan, SweepResults results) {
    Map<Integer, StrengthBand> layers = new TreeMap<>();
    for (int layer : plan.grid().layers()) {
      layers.put(layer, StrengthBand.of(layer, results.gridBaseline(), results.cells()));
    }
    return new SafeBands(
        plan.subject().model(),
        plan.subject().vector(),
        plan.decoding().positions(),
        plan.decoding().operator(),
        plan.decoding().gate(),
        layers);
  }

  /**
   * What the answers so far say of a sweep under way. Cells with fewer than three answers say
   * nothing yet.
   */
  public static Map<Integer, StrengthBand> soFar(
      SweepPlan plan, AnswerTable table, List<Problem> problems) {
    CellSummary baseline = summary(table, SweepArm.BASELINE, -1, plan, problems);
    List<CellSummary> cells = new ArrayList<>();
    for (int layer : plan.grid().layers()) {
      for (double strength : plan.grid().steeredStrengths()) {
        CellSummary cell = summary(table, SweepArm.cell(layer, strength), layer, plan, problems);
        if (cell.count() >= FEWEST_ANSWERS) {
          cells.add(cell);
        }
      }
    }
    Map<Integer, StrengthBand> layers = new TreeMap<>();
    plan.grid()
        .layers()
        .forEach(layer -> layers.put(layer, StrengthBand.of(layer, baseline, cells)));
    return layers;
  }

  private static CellSummary summary(
      AnswerTable table, SweepArm arm, int layer, SweepPlan plan, List<Problem> problems) {
    return CellSummary.of(table, arm, layer, arm.strength(), plan.gridPart(), problems, null);
  }

  /**
   * What the sweep finished last found about a model and a vector.
   *
   * @param sweeps folder whose folders are sweeps; what is none is passed over
   * @param model fingerprint of the checkpoint
   */
  public static Optional<SafeBands> latest(Path sweeps, String model, SteeringVector vector) {
    String fingerprint = SweepSubject.fingerprint(vector);
    for (SweepFolder folder : finished(sweeps)) {
      try {
        SweepPlan plan = PlanJson.read(folder.planFile()).plan();
        if (plan.subject().model().equals(model) && plan.subject().vector().equals(fingerprint)) {
          return Optional.of(of(plan, folder.read().results()));
        }
      } catch (FaultException e) {
        // Another version's sweep, or a damaged one: an older one may still tell.
        continue;
      }
    }
    return Optional.empty();
  }

  /** Folders with results, the newest first. */
  static List<SweepFolder> finished(Path sweeps) {
    if (!Files.isDirectory(sweeps)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(sweeps)) {
      return folders
          .map(SweepFolder::new)
          .filter(folder -> Files.isRegularFile(folder.resultsFile()))
          .sorted(Comparator.comparing(SafeBands::time).reversed())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static FileTime time(SweepFolder folder) {
    try {
      return Files.getLastModifiedTime(folder.resultsFile());
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /** Whether they were found with this model and these directions. */
  public boolean concern(String otherModel, SteeringVector otherVector) {
    return model.equals(otherModel) && vector.equals(SweepSubject.fingerprint(otherVector));
  }

  /**
   * The band for a steering; empty where another layer, operator, gate or other positions were
   * swept.
   */
  public Optional<StrengthBand> at(Steering steering) {
    return positions.equals(steering.positions())
            && operator == steering.operator()
            && Objects.equals(gate, SweepGate.of(steering.gate()))
        ? Optional.ofNullable(layers.get(steering.layer()))
        : Optional.empty();
  }
}
