package org.densesteer.steering.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;

/** All vector formats, in the order in which they are offered. */
public final class VectorFormats {

  /** The workbench's own. */
  public static final VectorFormat SAFETENSORS = new SafetensorsVectorFormat();

  /** PyTorch's, for steering-vectors and DenseSteer's evaluator. */
  public static final VectorFormat PYTORCH = new PyTorchVectorFormat();

  /** Control vectors of llama.cpp. */
  public static final VectorFormat GGUF = new GgufVectorFormat();

  /** Named NumPy arrays. */
  public static final VectorFormat NPZ = new NpzVectorFormat();

  /** One NumPy array of all layers. */
  public static final VectorFormat NPY = new NpyVectorFormat();

  /** Text. */
  public static final VectorFormat JSON = new JsonVectorFormat();

  private static final List<VectorFormat> ALL = List.of(SAFETENSORS, PYTORCH, GGUF, NPZ, NPY, JSON);

  private VectorFormats() {}

  /** Every format. */
  public static List<VectorFormat> all() {
    return ALL;
  }

  /**
   * The format of that short name.
   *
   * @throws FaultException when there is none
   */
  public static VectorFormat byId(String id) {
    return ALL.stream()
        .filter(format -> format.id().equals(id.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new FaultException(
                    Texts.of(
                        "There is no vector format '%s'; there are %s.",
                        id, ALL.stream().map(VectorFormat::id).collect(Collectors.joining(", ")))));
  }

  /**
   * The format for a file to be written, by its ending.
   *
   * @throws FaultException when the ending says nothing
   */
  public static VectorFormat forFileName(String fileName) {
    return byEnding(fileName)
        .orElseThrow(
            () ->
                new FaultException(
                    Texts.of(
                        "The ending of %s names no vector format; use one of %s.",
                        fileName,
                        ALL.stream()
                            .flatMap(format -> format.endings().stream())
                            .collect(Collectors.joining(", ")))));
  }

  /**
   * The format of a file from its content, or from its ending where the content says nothing.
   *
   * @throws FaultException when neither does
   */
  public static VectorFormat detect(FileBytes file) {
    return ALL.stream()
        .filter(format -> format.matches(file))
        .findFirst()
        .or(() -> byEnding(file.file()))
        .orElseThrow(
            () ->
                new FaultException(
                    Texts.of(
                        "The file %s is no vector file of a kind that is known (%s).",
                        file.file(),
                        ALL.stream()
                            .map(VectorFormat::displayName)
                            .collect(Collectors.joining(", ")))));
  }

  private static Optional<VectorFormat> byEnding(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(format -> format.endings().stream().anyMatch(lower::endsWith))
        .findFirst();
  }
}
