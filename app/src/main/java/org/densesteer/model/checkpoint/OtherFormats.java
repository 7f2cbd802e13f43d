package org.densesteer.model.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.densesteer.common.Texts;

/**
 * Names what a folder or a repository holds instead of a checkpoint's weights, by the names of its
 * files alone, so that it can be said before anything is fetched or opened.
 */
public final class OtherFormats {

  /**
   * One way in which models are shipped.
   *
   * @param file the names of its files
   * @param clause what follows the model's name, with {@code %s} where a file's name goes
   */
  private record Kind(Predicate<String> file, String clause) {}

  private static final String NEEDED = "; " + WeightFiles.SINGLE + " is needed";

  /** What lies beside weights that are quantised in a configuration's own words, or without. */
  private static final List<Kind> QUANTISED =
      List.of(
          quantised("quantize_config.json", "GPTQ"),
          quantised("quant_config.json", "AWQ"),
          quantised("hf_quant_config.json", "ModelOpt"));

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              name -> name.equals("snapshots"),
              "is the Hugging Face cache's folder of a model: its checkpoint is a folder in %s"),
          new Kind(
              name ->
                  name.equals("adapter_config.json")
                      || name.matches("adapter_model\\.(safetensors|bin)")
                      || name.equals("adapters.safetensors"),
              "holds an adapter, such as LoRA's (%s), and no model of its own: merge it into its"
                  + " base model first"),
          new Kind(
              name -> name.endsWith(".gguf"),
              "holds its weights as GGUF (%s), the format of llama.cpp, which is not read"
                  + NEEDED),
          new Kind(
              name -> name.equals("model_index.json"),
              "is a pipeline of several models (%s), as diffusers has, and no language model"),
          new Kind(
              name -> name.matches("(.*/)?consolidated.*\\.(safetensors|pth)"),
              "holds its weights in its maker's own layout (%s), which is not read" + NEEDED),
          new Kind(
              name -> name.matches("[^/]+\\.safetensors"),
              "holds safetensors files (%s), but neither "
                  + WeightFiles.SINGLE
                  + " nor "
                  + WeightFiles.INDEX
                  + " that would say which belong to the model"),
          new Kind(
              name -> name.matches("[^/]+\\.(bin|pth?|ckpt)(\\.index\\.json)?"),
              "holds its weights as pickled PyTorch files (%s), which are not read" + NEEDED),
          new Kind(
              name -> name.endsWith(".onnx"),
              "holds its weights as ONNX (%s), which is not read" + NEEDED),
          new Kind(
              name -> name.matches("tf_model.*\\.h5|[^/]+\\.tflite"),
              "holds its weights as TensorFlow's (%s), which are not read" + NEEDED),
          new Kind(
              name -> name.matches("flax_model.*\\.msgpack"),
              "holds its weights as Flax's (%s), which are not read" + NEEDED),
          new Kind(
              name -> name.matches("weights.*\\.npz"),
              "holds its weights as MLX once kept them (%s), which are not read" + NEEDED),
          new Kind(
              name -> name.endsWith(".nemo"),
              "holds its weights as NeMo's (%s), which are not read" + NEEDED));

  private OtherFormats() {}

  /**
   * What these files are, where they are not a checkpoint's: a clause that follows the model's
   * name, without a full stop. Empty where there are {@code model.safetensors} or its index, and
   * where nothing is known by its name.
   */
  public static Optional<String> clause(Collection<String> names) {
    return hasWeights(names)
        ? Optional.empty()
        : first(QUANTISED, names).or(() -> first(KINDS, names));
  }

  /**
   * The same for weights that are there, by a file beside them that says how they were quantised.
   */
  public static Optional<String> quantised(Collection<String> names) {
    return first(QUANTISED, names);
  }

  /** The clause of a folder. */
  public static Optional<String> in(Path folder) {
    try (var entries = Files.list(folder)) {
      return clause(entries.map(entry -> String.valueOf(entry.getFileName())).toList());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean hasWeights(Collection<String> names) {
    return names.contains(WeightFiles.SINGLE) || names.contains(WeightFiles.INDEX);
  }

  private static Optional<String> first(List<Kind> kinds, Collection<String> names) {
    for (Kind kind : kinds) {
      for (String name : new TreeSet<>(names)) {
        if (kind.file().test(name)) {
          return Optional.of(Texts.of(kind.clause(), name));
        }
      }
    }
    return Optional.empty();
  }

  private static Kind quantised(String file, String method) {
    return new Kind(
        file::equals,
        "holds weights that are quantised (" + method + ", %s), which is not supported");
  }
}
