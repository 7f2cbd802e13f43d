package org.densesteer.steering.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.gguf.GgufFile;
import org.densesteer.files.numpy.NpyArray;
import org.densesteer.files.pickle.Unpickler;
import org.densesteer.files.safetensors.SafetensorsHeader;
import org.densesteer.files.zip.ZipArchive;

/** All vector formats, in the order in which they are offered. */
public final class VectorFormats {

  /** The workbench's own. */
  public static final VectorFormat SAFETENSORS = new SafetensorsVectorFormat();

  /** PyTorch's, for steering-vectors and DenseSteer's evaluator. */
  public static final VectorFormat PYTORCH = new PyTorchVectorFormat();

  /** PyTorch's, for the model “steered” of the lm-evaluation-harness. */
  public static final VectorFormat STEERED = new SteeredVectorFormat();

  /** Control vectors of llama.cpp. */
  public static final VectorFormat GGUF = new GgufVectorFormat();

  /** Named NumPy arrays. */
  public static final VectorFormat NPZ = new NpzVectorFormat();

  /** One NumPy array of all layers. */
  public static final VectorFormat NPY = new NpyVectorFormat();

  /** Text. */
  public static final VectorFormat JSON = new JsonVectorFormat();

  private static final List<VectorFormat> ALL =
      List.of(SAFETENSORS, STEERED, PYTORCH, GGUF, NPZ, NPY, JSON);

  private VectorFormats() {}

  /** Every format. */
  public static List<VectorFormat> all() {
    return ALL;
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
    return byContent(file)
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

  /** What the content looks like, broken or not; several kinds are told apart by the order. */
  private static Optional<VectorFormat> byContent(FileBytes file) {
    if (GgufFile.looksLikeOne(file)) {
      return Optional.of(GGUF);
    }
    if (SafetensorsHeader.looksLikeOne(file)) {
      return Optional.of(SAFETENSORS);
    }
    if (Unpickler.looksLikeOne(file)) {
      return Optional.of(PYTORCH);
    }
    if (ZipArchive.looksLikeOne(file)) {
      Set<String> names = ZipArchive.namesIfReadable(file);
      if (names.stream().anyMatch(TorchArchive::isPickle)) {
        return Optional.of(torch(file));
      }
      return names.stream().anyMatch(name -> name.endsWith(NpzVectorFormat.ARRAY))
          ? Optional.of(NPZ)
          : Optional.empty();
    }
    if (NpyArray.looksLikeOne(file)) {
      return Optional.of(NPY);
    }
    return beginsAsJson(file) ? Optional.of(JSON) : Optional.empty();
  }

  private static VectorFormat torch(FileBytes file) {
    boolean steered =
        TorchArchive.pickleOf(file).map(SteeredVectorFormat::looksLikeOne).orElse(false);
    return steered ? STEERED : PYTORCH;
  }

  private static boolean beginsAsJson(FileBytes file) {
    int at = 0;
    while (at < file.size() && file.at(at) <= ' ') {
      at++;
    }
    return file.at(at) == '{' || file.at(at) == '[';
  }

  private static Optional<VectorFormat> byEnding(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(format -> format.endings().stream().anyMatch(lower::endsWith))
        .findFirst();
  }
}
