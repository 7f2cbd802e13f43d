package org.densesteer.steering.format;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/**
 * The exact command or code for a file in llama.cpp, in Hugging Face transformers with the
 * steering-vectors library, in DenseSteer's evaluator, and in this program's command line.
 */
public final class UsageHints {

  private static final String NO_LAYER =
      " The file recommends no layer: fill in the 0-based decoder block for LAYER.";

  private final Path file;
  private final VectorFormat format;
  private final int ggufLayerOffset;
  private final String model;
  private final OptionalInt layer;
  private final String layerText;
  private final String strength;

  private UsageHints(Path file, VectorFormat format, SteeringVector vector, int ggufLayerOffset) {
    VectorMetadata metadata = vector.metadata();
    String id = metadata.get(VectorMetadata.MODEL_ID);
    this.file = file;
    this.format = format;
    this.ggufLayerOffset = ggufLayerOffset;
    this.model = id.isEmpty() ? "MODEL" : id;
    this.layer = layer(vector);
    this.layerText = layer.isPresent() ? String.valueOf(layer.getAsInt()) : "LAYER";
    this.strength = plain(metadata.recommendedStrength().orElse(1));
  }

  /**
   * Hints for every tool, those included that cannot use this format.
   *
   * @param file the exported file
   * @param vector what is in it, with the layer and strength to use as its recommendation
   */
  public static List<UsageHint> of(
      Path file, VectorFormat format, SteeringVector vector, int ggufLayerOffset) {
    UsageHints hints = new UsageHints(file, format, vector, ggufLayerOffset);
    return List.of(hints.llamaCpp(), hints.huggingFace(), hints.evaluator(), hints.ownCommand());
  }

  private static OptionalInt layer(SteeringVector vector) {
    if (vector.directions().size() == 1) {
      return OptionalInt.of(vector.directions().firstKey());
    }
    OptionalInt recommended = vector.metadata().recommendedLayer();
    return recommended.isPresent() && vector.hasLayer(recommended.getAsInt())
        ? recommended
        : OptionalInt.empty();
  }

  private UsageHint llamaCpp() {
    String tool = "llama.cpp";
    if (!format.equals(VectorFormats.GGUF)) {
      return new UsageHint(tool, "", "llama.cpp reads GGUF files only: export the vector as GGUF.");
    }
    if (layer.isPresent() && layer.getAsInt() == 0 && ggufLayerOffset == 0) {
      return new UsageHint(tool, "", "llama.cpp cannot steer decoder block 0.");
    }
    String path = file.toAbsolutePath().toString();
    boolean splits = ShellText.hasSeparator(path);
    String shown = splits ? String.valueOf(file.getFileName()) : path;
    String scaled =
        strength.equals("1")
            ? "--control-vector " + ShellText.quote(shown)
            : "--control-vector-scaled " + ShellText.quote(shown + ":" + strength);
    String number =
        layer.isPresent() ? String.valueOf(layer.getAsInt() + ggufLayerOffset) : layerText;
    StringBuilder note =
        new StringBuilder(
            "MODEL.gguf is %s converted to GGUF. Every token is steered, the prompt included."
                .formatted(model.equals("MODEL") ? "the model" : model));
    if (!strength.equals("1")) {
      note.append(" Older builds take the strength as a word of its own: FILE ")
          .append(strength)
          .append('.');
    }
    if (splits) {
      note.append(" Run it in the file's folder, because llama.cpp splits paths at ':' and ','.");
    }
    note.append(layer.isEmpty() ? NO_LAYER : "");
    return new UsageHint(
        tool,
        "llama-cli -m MODEL.gguf %s --control-vector-layer-range %s %s"
            .formatted(scaled, number, number),
        note.toString());
  }

  private UsageHint huggingFace() {
    String path = ShellText.python(file.toAbsolutePath().toString());
    String read =
        switch (format.id()) {
          case "pytorch" ->
              "direction = torch.load(%s, weights_only=True)[%s]".formatted(path, layerText);
          case "safetensors" ->
              "from safetensors.torch import load_file\ndirection = load_file(%s)[\"direction.%s\"]"
                  .formatted(path, layerText);
          case "npz" ->
              "import numpy\ndirection = torch.from_numpy(numpy.load(%s)[\"direction.%s\"])"
                  .formatted(path, layerText);
          case "npy" ->
              "import numpy\ndirection = torch.from_numpy(numpy.load(%s)[%s])"
                  .formatted(path, layerText);
          case "json" ->
              "import json\ndirection = torch.tensor(json.load(open(%s))[\"directions\"][\"%s\"])"
                  .formatted(path, layerText);
          default -> "";
        };
    String tool = "Hugging Face with steering-vectors";
    if (read.isEmpty()) {
      return new UsageHint(
          tool, "", "Export the vector as PyTorch or safetensors to load it in Python.");
    }
    String code =
        """
        import torch
        from steering_vectors import SteeringVector
        %s
        vector = SteeringVector({%s: direction.to(model.device, model.dtype)}, "decoder_block")
        with vector.apply(model, multiplier=%s):
            output = model.generate(**inputs)"""
            .formatted(read, layerText, strength);
    return new UsageHint(
        tool,
        code,
        "model is AutoModelForCausalLM.from_pretrained(\"%s\"), inputs the tokenized prompt.%s"
            .formatted(model, layer.isEmpty() ? NO_LAYER : ""));
  }

  private UsageHint evaluator() {
    String tool = "DenseSteer's evaluator";
    if (!format.equals(VectorFormats.PYTORCH)) {
      return new UsageHint(
          tool, "", "DenseSteer's evaluator reads PyTorch files: export the vector as PyTorch.");
    }
    String arguments =
        "pretrained=%s,steer_vec_path=%s,steer_layer=%s,steer_lambda=%s"
            .formatted(model, file.toAbsolutePath(), layerText, strength);
    String note = "For the lm-evaluation-harness in DenseSteer's repository; choose the tasks.";
    if (file.toAbsolutePath().toString().contains(",")) {
      note += " Move the file first: the evaluator splits its arguments at ','.";
    }
    return new UsageHint(
        tool,
        "lm_eval --model steer_hf --model_args %s --tasks gsm8k_cot_zeroshot --apply_chat_template"
            .formatted(ShellText.quote(arguments)),
        note + (layer.isEmpty() ? NO_LAYER : ""));
  }

  private UsageHint ownCommand() {
    return new UsageHint(
        "DenseSteer Workbench",
        "densesteer generate --model MODEL --chat \"…\" --vector %s --layer %s --strength %s"
            .formatted(ShellText.quote(file.toAbsolutePath().toString()), layerText, strength),
        "MODEL is the folder of the checkpoint%s.%s"
            .formatted(model.equals("MODEL") ? "" : " " + model, layer.isEmpty() ? NO_LAYER : ""));
  }

  private static String plain(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
