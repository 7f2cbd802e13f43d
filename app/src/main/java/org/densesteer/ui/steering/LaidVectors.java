package org.densesteer.ui.steering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.densesteer.common.AtomicFiles;
import org.densesteer.notebook.RunSteering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.steering.format.WriteOptions;
import org.densesteer.steering.library.VectorNames;
import org.densesteer.ui.settings.Source;

/**
 * Vectors that came out of other files, such as sessions, each in a file of its own beside the
 * library and not in it.
 *
 * @param folder where they lie
 */
public record LaidVectors(Path folder) {

  private static final String ENDING = ".safetensors";

  /** Makes the folder's path whole. */
  public LaidVectors {
    folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Lays a vector down, unless it lies there already.
   *
   * @throws org.densesteer.common.FaultException when the disk refuses it
   */
  public Source write(SteeringVector vector) {
    // A folder of its own, so that the file can have the vector's name.
    Path file =
        folder
            .resolve(RunSteering.hash(vector))
            .resolve(VectorNames.cleaned(vector.name()) + ENDING);
    if (Files.notExists(file)) {
      AtomicFiles.write(
          file, part -> VectorFormats.SAFETENSORS.write(vector, WriteOptions.DEFAULT, part));
    }
    return Source.vector(file);
  }

  /** Where the vector of a hash lies; empty when it does not. */
  public Optional<Source> find(String hash) {
    if (!hash.matches("[0-9a-f]{16,128}")) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder.resolve(hash))) {
      return files.filter(file -> file.toString().endsWith(ENDING)).findFirst().map(Source::vector);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether a vector lies there. */
  public boolean holds(Source source) {
    Path path = source.path();
    return path != null && path.startsWith(folder);
  }
}
