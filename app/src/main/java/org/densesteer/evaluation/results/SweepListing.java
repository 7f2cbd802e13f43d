package org.densesteer.evaluation.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;

/** The sweeps that lie in a folder. */
public final class SweepListing {

  private SweepListing() {}

  /**
   * Looks into every sweep; a second or so when there are many large ones.
   *
   * @param sweeps folder whose folders are sweeps; what is none is passed over
   * @param others folders of sweeps that lie elsewhere
   * @return the latest first
   * @throws FaultException when the folder cannot be listed
   */
  public static List<SweepEntry> of(Path sweeps, Collection<Path> others) {
    Set<Path> folders = new LinkedHashSet<>(inside(sweeps));
    others.forEach(other -> folders.add(other.toAbsolutePath().normalize()));
    return folders.stream()
        .map(SweepEntry::of)
        .sorted(Comparator.comparing(SweepEntry::date).reversed())
        .toList();
  }

  private static List<Path> inside(Path sweeps) {
    if (!Files.isDirectory(sweeps)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(sweeps.toAbsolutePath().normalize())) {
      return folders.filter(SweepListing::isSweep).toList();
    } catch (IOException e) {
      throw new FaultException(
          "Cannot look for sweeps in " + sweeps + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  private static boolean isSweep(Path path) {
    SweepFolder folder = new SweepFolder(path);
    return !String.valueOf(path.getFileName()).startsWith(".")
        && (Files.exists(folder.planFile()) || Files.exists(folder.answersFile()));
  }
}
