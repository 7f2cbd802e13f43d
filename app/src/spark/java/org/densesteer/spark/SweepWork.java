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
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.plan.SweepSubject;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;

/**
 * What an executor needs to know of a sweep, as the files that a sweep's folder and a vector are.
 * The model is not sent: every node has it.
 *
 * @param model the checkpoint's folder, the same on every node; {@link SweepSetup#SAMPLE} for the
 *     embedded model
 * @param plan the content of a {@code plan.json}
 * @param problems the content of a {@code problems.jsonl}
 * @param vector the content of a safetensors file
 */
record SweepWork(String model, byte[] plan, byte[] problems, byte[] vector)
    implements Serializable {

  private static final String PLAN = "plan.json";
  private static final String PROBLEMS = "problems.jsonl";
  private static final String VECTOR = "vector.safetensors";

  /**
   * What the files say.
   *
   * @param vector with the directions of the plan, to the bit
   */
  record Content(SweepPlan plan, ProblemSet problems, SteeringVector vector) {}

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
          VectorFiles.write(
              setup.vector(),
              ExportOptions.of(VectorFormats.SAFETENSORS),
              folder.resolve(VECTOR));
          return new SweepWork(
              model,
              Files.readAllBytes(folder.resolve(PLAN)),
              Files.readAllBytes(folder.resolve(PROBLEMS)),
              Files.readAllBytes(folder.resolve(VECTOR)));
        });
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
          if (!asked.fingerprint().equals(read.subject().problems())
              || !SweepSubject.fingerprint(directions).equals(read.subject().vector())) {
            throw new FaultException("What reached the executor is not the sweep that was sent.");
          }
          return new Content(read, asked, directions);
        });
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
