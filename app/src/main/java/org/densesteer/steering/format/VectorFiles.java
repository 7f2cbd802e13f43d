package org.densesteer.steering.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.densesteer.common.FaultException;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.SteeringVector;

/** Reads and writes vector files of any known format. */
public final class VectorFiles {

  /** Largest file that is opened; the vector of the largest known model takes a tenth of it. */
  public static final int MAX_FILE_BYTES = 1 << 27;

  private VectorFiles() {}

  /**
   * Reads a vector and names it after its file. The format is told by the content, not by the
   * ending alone.
   *
   * @throws FaultException with one sentence when the file is missing, too large, broken, or of no
   *     known format
   */
  public static VectorRead read(Path file) {
    return read(file, 0);
  }

  /**
   * Reads a vector whose GGUF layer convention is known.
   *
   * @param ggufLayerOffset see {@link ReadOptions}; other formats are not affected
   * @throws FaultException as {@link #read(Path)}
   */
  public static VectorRead read(Path file, int ggufLayerOffset) {
    return read(file, ggufLayerOffset, OptionalInt.empty());
  }

  /**
   * Reads a vector whose layer may be known.
   *
   * @param layer decoder block of a direction for which the file names none; see {@link
   *     VectorRead#layerAssumed()}
   * @throws MissingLayerException when it is needed and empty
   * @throws FaultException as {@link #read(Path)}
   */
  public static VectorRead read(Path file, int ggufLayerOffset, OptionalInt layer) {
    return read(load(file), new ReadOptions(baseName(file), ggufLayerOffset, layer));
  }

  /**
   * Writes a vector and verifies the file by reading it back; see {@link VectorExport}.
   *
   * @throws FaultException when the format cannot hold the vector, or the file cannot be written
   */
  public static ExportReport write(SteeringVector vector, ExportOptions options, Path file) {
    return VectorExport.write(vector, options, file);
  }

  /**
   * Reads a vector from the content of a file.
   *
   * @throws FaultException as {@link #read(Path)}
   */
  public static VectorRead read(FileBytes file, ReadOptions options) {
    VectorRead read = VectorFormats.detect(file).read(file, options);
    List<String> warnings = new ArrayList<>(read.warnings());
    if (options.ggufLayerOffset() == 0) {
      warnings.addAll(FoundVectorReader.contradiction(read, options.name()));
    }
    return new VectorRead(
        read.vector(), read.format(), read.dtype(), warnings, read.layerAssumed());
  }

  /** The file's name without folder and without the ending of a vector format. */
  public static String baseName(Path file) {
    String name = String.valueOf(file.getFileName());
    String lower = name.toLowerCase(Locale.ROOT);
    for (VectorFormat format : VectorFormats.all()) {
      for (String ending : format.endings()) {
        if (lower.endsWith(ending) && name.length() > ending.length()) {
          return name.substring(0, name.length() - ending.length());
        }
      }
    }
    return name;
  }

  /** The whole content of a vector file. */
  static FileBytes load(Path file) {
    return FileBytes.load("vector", file, MAX_FILE_BYTES);
  }
}
