package org.densesteer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.notebook.RunSteering;
import org.densesteer.notebook.RunVector;
import org.densesteer.notebook.Session;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.steering.format.WriteOptions;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --vector} calls the vectors of a session. Its runs know no files, but it holds the
 * vectors themselves.
 *
 * @param file the session's file
 * @param folder where vectors are written so that they can be named; null to write none
 * @param told hears a sentence about each file that is written
 */
record SessionVectorFiles(
    Session session, Path file, @Nullable Path folder, Consumer<String> told) {

  private static final int HASH_DIGITS = 8;

  /**
   * The name; empty where the session lacks the vector.
   *
   * @throws FaultException when it has it and no file was asked for, or none can be written
   */
  Optional<String> name(RunVector wanted) {
    if (hash(EmbeddedFiles.sampleVector()).equals(wanted.hash())) {
      return Optional.of(SweepSetup.SAMPLE);
    }
    SteeringVector vector = session.vectors().get(wanted.hash());
    if (vector == null) {
      return Optional.empty();
    }
    if (folder == null) {
      throw new FaultException(
          Texts.of(
              "The vector %s of this run lies inside %s, where no command line can name it;"
                  + " --vectors DIR writes it to a file in DIR and names that.",
              wanted.name(), file));
    }
    Path target = folder.resolve(fileName(wanted));
    if (!Files.exists(target)) {
      AtomicFiles.write(
          target,
          temporary -> VectorFormats.SAFETENSORS.write(vector, WriteOptions.DEFAULT, temporary));
      told.accept("The vector " + wanted.name() + " was written to " + target + ".");
    }
    if (!hash(target).equals(wanted.hash())) {
      throw new FaultException(
          Texts.of(
              "The file %s holds another vector than %s, and it is not written over; choose another"
                  + " folder.",
              target, wanted.name()));
    }
    return Optional.of(target.toString());
  }

  private static String fileName(RunVector vector) {
    return vector.name().strip().replaceAll("[^\\p{L}\\p{N}._+-]+", "-")
        + "-"
        + vector.hash().substring(0, HASH_DIGITS)
        + ".safetensors";
  }

  private static String hash(Path vector) {
    return RunSteering.hash(VectorFiles.read(vector).vector());
  }
}
