package org.densesteer.steering.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;

/** The vector files of a folder. */
final class VectorFolder {

  /** Ending of the files in a library. */
  static final String ENDING = VectorFormats.SAFETENSORS.endings().get(0);

  private VectorFolder() {}

  /** The safetensors files in a folder, hidden ones left out; none where there is no folder. */
  static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(Files::isRegularFile)
          .filter(file -> isVector(String.valueOf(file.getFileName())))
          .sorted(Comparator.comparing(file -> sortKey(file)))
          .toList();
    } catch (IOException e) {
      throw new FaultException(
          "Cannot look into the folder " + folder + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  private static boolean isVector(String name) {
    return !name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  private static String sortKey(Path file) {
    return VectorFiles.baseName(file).toLowerCase(Locale.ROOT);
  }

  /**
   * Reads every file.
   *
   * @param annotations what was noted, by file name
   */
  static LibraryContents read(Path folder, Map<String, Annotation> annotations, boolean readOnly) {
    List<LibraryEntry> entries = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        entries.add(entry(file, annotations, readOnly));
      } catch (FaultException e) {
        warnings.add(String.valueOf(e.getMessage()));
      }
    }
    return new LibraryContents(entries, warnings);
  }

  /** Reads one file. */
  static LibraryEntry entry(Path file, Map<String, Annotation> annotations, boolean readOnly) {
    return new LibraryEntry(
        file,
        VectorSummary.of(VectorFiles.read(file).vector()),
        annotations.getOrDefault(String.valueOf(file.getFileName()), Annotation.NONE),
        readOnly);
  }
}
