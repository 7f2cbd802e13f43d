package org.densesteer.ui.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densesteer.common.AppVersion;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.results.CellSummary;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.MeasuredEffect;
import org.densesteer.generation.Arm;
import org.densesteer.notebook.Bundle;
import org.densesteer.notebook.BundleEffect;
import org.densesteer.notebook.ModelCard;
import org.densesteer.notebook.Notebook;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunMark;
import org.densesteer.notebook.RunSteering;
import org.densesteer.notebook.RunsEffect;
import org.densesteer.notebook.Session;
import org.densesteer.notebook.SessionFile;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;

/**
 * Writes the bundle of one vector: the vector, what was measured of it, its runs, and a model card.
 *
 * @param notebook where runs are
 * @param sweeps folder of the sweeps
 * @param clock tells when it was written
 */
record BundleWriter(Notebook notebook, Path sweeps, Clock clock) {

  private static final int MOST_RUNS = 200;

  /**
   * Writes a bundle; everything waits for the disk.
   *
   * @return what is in it, as a sentence
   */
  String write(Steering tuned, String modelId, String fingerprint, Path file) {
    Map<String, RunMark> marks = new LinkedHashMap<>();
    List<Run> runs = runs(fingerprint, tuned, marks);
    Optional<MeasuredEffect> swept = MeasuredEffect.latest(sweeps, fingerprint, tuned);
    List<BundleEffect> effect = swept.map(BundleWriter::rows).orElseGet(() -> RunsEffect.of(runs));
    String source =
        swept
            .map(
                found ->
                    Texts.of(
                        "Means of the sweep %s over the problems %s.",
                        found.folder().getFileName(), found.problems()))
            .orElse(
                effect.isEmpty()
                    ? ""
                    : "Means over single runs, each question once; not a sweep, so no claim of"
                        + " significance.");
    Bundle bundle =
        new Bundle(
            RunSteering.of(tuned),
            source,
            effect,
            ModelCard.of(tuned, modelId, fingerprint, source, effect));
    SessionFile.write(
        new Session(
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            AppVersion.number(),
            modelId,
            fingerprint,
            runs,
            marks,
            vectors(tuned),
            null,
            bundle),
        file);
    return Texts.of(
        "The vector %s is in %s with its card, %s and %s.",
        tuned.vector().name(),
        file,
        SessionWords.count(runs.size(), "run"),
        swept.isPresent()
            ? "what a sweep measured"
            : effect.isEmpty() ? "nothing measured" : "their means");
  }

  /** The vector, and what its gate compares hidden states with. */
  private static Map<String, SteeringVector> vectors(Steering tuned) {
    Map<String, SteeringVector> vectors = new LinkedHashMap<>();
    vectors.put(RunSteering.hash(tuned.vector()), tuned.vector());
    if (tuned.gate() instanceof CosineGate cosine) {
      SteeringVector probe = cosine.probe().vector();
      vectors.put(RunSteering.hash(probe), probe);
    }
    return vectors;
  }

  /** Runs of the vector so steered, oldest first; the last ones where there are many. */
  private List<Run> runs(String fingerprint, Steering tuned, Map<String, RunMark> marks) {
    List<Run> runs = new ArrayList<>();
    List<Notebook.Entry> entries = notebook.refresh();
    for (int i = entries.size() - 1; i >= 0 && runs.size() < MOST_RUNS; i--) {
      Notebook.Entry entry = entries.get(i);
      if (Integer.toString(tuned.layer()).equals(entry.summary().settings().get("layer"))) {
        Run run = notebook.load(entry.summary().id());
        if (RunsEffect.concerns(run, fingerprint, tuned)) {
          runs.add(0, run);
          if (!entry.mark().equals(RunMark.NONE)) {
            marks.put(run.id(), entry.mark());
          }
        }
      }
    }
    return runs;
  }

  private static List<BundleEffect> rows(MeasuredEffect swept) {
    return swept.rows().stream().map(BundleWriter::row).toList();
  }

  private static BundleEffect row(CellSummary cell) {
    boolean baseline = cell.arm().isBaseline();
    return new BundleEffect(
        baseline ? Arm.BASELINE : cell.arm().name(),
        baseline ? null : cell.layer(),
        baseline ? 0 : cell.strength(),
        cell.count(),
        cell.mean(Measure.ACCURACY),
        cell.mean(Measure.DENSITY),
        cell.mean(Measure.TOKENS),
        cell.mean(Measure.NLL_WITH_PROMPT));
  }
}
