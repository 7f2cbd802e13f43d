package org.densesteer.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Folders;
import org.densesteer.common.TemporaryFolders;
import org.densesteer.evaluation.plan.PlanJson;
import org.densesteer.evaluation.plan.ProblemsJson;
import org.densesteer.evaluation.plan.SweepGate;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.plan.SweepSubject;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Gate;
import org.densesteer.steering.GateText;
import org.densesteer.steering.Probe;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;
import org.jspecify.annotations.Nullable;

/**
 * What an executor needs to know of a sweep, as the files that a sweep's folder and a vector are.
 * The model is not sent: every node has it.
 *
 * @param model the checkpoint's folder, the same on every node; {@link SweepSetup#SAMPLE} for the
 *     embedded model
 * @param plan the content of a {@code plan.json}
 * @param problems the content of a {@code problems.jsonl}
 * @param vector the content of a safetensors file
 * @param probe the same of the directions that its gate compares hidden states with; null where it
 *     compares them with none
 */
record SweepWork(
    String model, byte[] plan, byte[] problems, byte[] vector, byte @Nullable [] probe)
    implements Serializable {

  private static final String PLAN = "plan.json";
  private static final String PROBLEMS = "problems.jsonl";
  private static final String VECTOR = "vector.safetensors";
  private static final String PROBE = "probe.safetensors";

  /**
   * What the files say.
   *
   * @param vector with the directions of the plan, to the bit
   * @param gate how strengths follow the answer
   */
  record Content(SweepPlan plan, ProblemSet problems, SteeringVector vector, Gate gate) {}

  /** What is to be sent of a sweep. */
  static SweepWork of(SweepSetup setup) {
    String model =
        setup.sources().model().equals(SweepSetup.SAMPLE)
            ? SweepSetup.SAMPLE
            : setup.model().folder().toAbsolutePath().toString();
    return inFolder(
        folder -> {
          PlanJson.write(folder.resolve(PLAN), setup.plan(), setup.origin(folder));
          ProblemsJson.write(folder.resolve(PROBLEMS), setup.problems());
          SteeringVector probe =
              setup.gate().gate() instanceof CosineGate cosine ? cosine.probe().vector() : null;
          return new SweepWork(
              model,
              Files.readAllBytes(folder.resolve(PLAN)),
              Files.readAllBytes(folder.resolve(PROBLEMS)),
              written(setup.vector(), folder.resolve(VECTOR)),
              probe == null ? null : written(probe, folder.resolve(PROBE)));
        });
  }

  private static byte[] written(SteeringVector vector, Path file) throws IOException {
    VectorFiles.write(vector, ExportOptions.of(VectorFormats.SAFETENSORS), file);
    return Files.readAllBytes(file);
  }

  /**
   * Reads what was sent.
   *
   * @throws FaultException when it is not what the plan says
   */
  Content read() {
    return inFolder(
        folder -> {
          Files.write(folder.resolve(PLAN), plan);
          Files.write(folder.resolve(PROBLEMS), problems);
          Files.write(folder.resolve(VECTOR), vector);
          SweepPlan read = PlanJson.read(folder.resolve(PLAN)).plan();
          ProblemSet asked = ProblemsJson.read(folder.resolve(PROBLEMS), PROBLEMS);
          SteeringVector directions = VectorFiles.read(folder.resolve(VECTOR)).vector();
          Gate gate = gate(read.decoding().gate(), folder.resolve(PROBE));
          if (!asked.fingerprint().equals(read.subject().problems())
              || !SweepSubject.fingerprint(directions).equals(read.subject().vector())) {
            throw other();
          }
          return new Content(read, asked, directions, gate);
        });
  }

  private Gate gate(@Nullable SweepGate planned, Path file) throws IOException {
    if (planned == null || probe == null) {
      return SweepGate.withoutProbe(planned);
    }
    SteeringVector directions = VectorFiles.read(Files.write(file, probe)).vector();
    if (!SweepSubject.fingerprint(directions).equals(planned.probe())) {
      throw other();
    }
    return GateText.parse(planned.text(), (name, layer) -> new Probe(directions, layer));
  }

  private static FaultException other() {
    return new FaultException("What reached the executor is not the sweep that was sent.");
  }

  private interface Work<T> {
    T in(Path folder) throws IOException;
  }

  private static <T> T inFolder(Work<T> work) {
    try {
      Path folder = TemporaryFolders.make("spark");
      try {
        return work.in(folder);
      } finally {
        Folders.remove(folder);
      }
    } catch (IOException e) {
      throw new FaultException(
          "Cannot keep a sweep's files in the temporary folder: " + AtomicFiles.reason(e) + ".", e);
    }
  }
}
