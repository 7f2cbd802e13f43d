package org.densesteer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.densesteer.bench.KnownShape;
import org.densesteer.bench.RandomCheckpoint;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.ExitSequence;
import org.densesteer.common.FaultException;
import org.densesteer.common.FileNames;
import org.densesteer.common.Folders;
import org.densesteer.common.Progress;
import org.densesteer.common.TemporaryFolders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The checkpoint that is measured: one at hand, or random weights in a published shape. */
final class BenchSource {

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "Checkpoint folder; 'sample' is the embedded model.")
  private @Nullable String model;

  @Option(
      names = "--shape",
      required = true,
      paramLabel = "NAME",
      description = "Random weights in the shape of a published model: ${COMPLETION-CANDIDATES}.",
      completionCandidates = ShapeNames.class)
  private @Nullable String shape;

  /** The names of all shapes, for the help text. */
  static final class ShapeNames implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return Stream.of(KnownShape.values()).map(KnownShape::label).iterator();
    }
  }

  /** What is done with the checkpoint's folder. */
  @FunctionalInterface
  interface Job<T> {
    T run(Path folder);
  }

  /**
   * Runs a job on the checkpoint.
   *
   * @param keep where a random checkpoint is written, and used again when it is there; null for a
   *     temporary folder that is removed at the end
   */
  <T> T with(@Nullable Path keep, Progress progress, Job<T> job) {
    if (shape == null) {
      return job.run(
          model == null || model.equals(ModelOptions.SAMPLE)
              ? EmbeddedFiles.sampleModel()
              : FileNames.path(model));
    }
    KnownShape known = KnownShape.named(shape);
    if (keep != null) {
      if (!Files.exists(keep.resolve("config.json"))) {
        RandomCheckpoint.write(known, keep, progress, new Cancellation());
      }
      return job.run(keep);
    }
    Path folder = temporary();
    Runnable removal = () -> remove(folder);
    ExitSequence.ofProcess().add(ExitSequence.Stage.JOBS, removal);
    try {
      Path named = folder.resolve(known.label());
      RandomCheckpoint.write(known, named, progress, new Cancellation());
      return job.run(named);
    } finally {
      removal.run();
      ExitSequence.ofProcess().remove(ExitSequence.Stage.JOBS, removal);
    }
  }

  private static Path temporary() {
    try {
      return TemporaryFolders.make("shape");
    } catch (IOException e) {
      throw new FaultException("Cannot make a temporary folder: " + AtomicFiles.reason(e) + ".", e);
    }
  }

  private static void remove(Path folder) {
    try {
      Folders.remove(folder);
    } catch (IOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
