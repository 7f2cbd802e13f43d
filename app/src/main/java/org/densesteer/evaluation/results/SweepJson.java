package org.densesteer.evaluation.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.densesteer.common.Json;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.statistics.PairedComparison;
import org.jspecify.annotations.Nullable;

/** What a sweep showed, as JSON for other programs; null stands for what is unknown. */
final class SweepJson {

  private SweepJson() {}

  static String of(SweepPlan plan, SweepResults results) {
    ObjectNode document = Json.object();
    document.put("plan", plan.hash());
    ObjectNode chosen = document.putObject("chosen");
    results
        .chosen()
        .ifPresent(arm -> chosen.put("layer", arm.layer()).put("strength", arm.strength()));
    summary(document.putObject("baseline"), results.gridBaseline(), Map.of(), 0);
    summaries(document.putArray("cells"), results.cells(), results.correctedCells());
    summaries(document.putArray("check"), results.check(), results.correctedCheck());
    ArrayNode bands = document.putArray("safe_strengths");
    for (int layer : plan.grid().layers()) {
      StrengthBand band = StrengthBand.of(layer, results.gridBaseline(), results.cells());
      bands
          .addObject()
          .put("layer", layer)
          .put("low", band.low())
          .put("high", band.high())
          .put("cliff_below", figure(band.cliffBelow()))
          .put("cliff_above", figure(band.cliffAbove()));
    }
    return Json.text(Json.PRETTY, document) + "\n";
  }

  private static void summaries(
      ArrayNode array, List<CellSummary> summaries, Map<Measure, double[]> corrected) {
    for (int i = 0; i < summaries.size(); i++) {
      summary(array.addObject(), summaries.get(i), corrected, i);
    }
  }

  private static void summary(
      ObjectNode node, CellSummary cell, Map<Measure, double[]> corrected, int index) {
    node.put("arm", cell.arm().name()).put("layer", cell.layer() < 0 ? null : cell.layer());
    node.put("strength", cell.strength()).put("part", cell.part().word()).put("n", cell.count());
    ObjectNode means = node.putObject("means");
    cell.means().forEach((measure, mean) -> means.put(measure.key(), figure(mean)));
    ObjectNode interval = node.putObject("accuracy_interval");
    interval.put("low", figure(cell.accuracyInterval().low()));
    interval.put("high", figure(cell.accuracyInterval().high()));
    node.put("truncated_share", figure(cell.truncatedShare()));
    @Nullable ReasoningSummary reasoning = cell.reasoning();
    if (reasoning != null) {
      reasoning(node.putObject("reasoning"), reasoning);
    }
    ObjectNode differences = node.putObject("differences");
    cell.comparisons()
        .forEach(
            (measure, comparison) ->
                difference(
                    differences.putObject(measure.key()),
                    comparison,
                    corrected.get(measure)[index]));
  }

  private static void reasoning(ObjectNode node, ReasoningSummary reasoning) {
    node.put("share", reasoning.share()).put("cut_share", reasoning.cutShare());
    node.put("block_steps", figure(reasoning.blockSteps()));
    node.put("block_tokens", figure(reasoning.blockTokens()));
    node.put("block_nll_with_prompt", figure(reasoning.blockNll()));
    node.put("answer_steps", figure(reasoning.answerSteps()));
    node.put("answer_tokens", figure(reasoning.answerTokens()));
    node.put("answer_density", figure(reasoning.answerDensity()));
    node.put("answer_nll_with_prompt", figure(reasoning.answerNll()));
  }

  private static void difference(ObjectNode node, PairedComparison comparison, double corrected) {
    node.put("n", comparison.count()).put("difference", figure(comparison.difference()));
    node.put("low", figure(comparison.interval().low()));
    node.put("high", figure(comparison.interval().high()));
    node.put("test", comparison.test().label()).put("p", figure(comparison.pValue()));
    node.put("p_holm", figure(corrected));
  }

  private static @Nullable Double figure(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static @Nullable Double figure(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
