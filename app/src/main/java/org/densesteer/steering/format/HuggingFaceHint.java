package org.densesteer.steering.format;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;

/** The lines of Python for Hugging Face transformers with the steering-vectors library. */
final class HuggingFaceHint {

  private static final String TOOL = "Hugging Face with steering-vectors";
  private static final String TO_MODEL = ".to(model.device, model.dtype)";

  /**
   * Its result is added: minus the part of h along v. Spelled out, as releases differ in theirs.
   */
  private static final String ABLATE =
      "ablate = lambda h, v: -(h @ v.flatten()).unsqueeze(-1) * v / v.norm() ** 2";

  private HuggingFaceHint() {}

  static UsageHint of(VectorUse use) {
    if (use.format().equals(VectorFormats.GGUF)) {
      return new UsageHint(
          TOOL, "", "Export the vector as PyTorch or safetensors to load it in Python.");
    }
    boolean ablates = use.operator() == Operator.ABLATE;
    List<String> lines = new ArrayList<>();
    lines.add("import torch");
    lines.add("from steering_vectors import SteeringVector");
    lines.addAll(use.everyLayer() ? readAll(use) : readOne(use));
    if (ablates) {
      lines.add(ABLATE);
    }
    lines.add(
        ablates
            ? "with vector.apply(model, operator=ablate):"
            : Texts.of("with vector.apply(model, multiplier=%s):", use.strength()));
    lines.add("    output = model.generate(**inputs)");
    return new UsageHint(TOOL, String.join("\n", lines), String.join(" ", notes(use)));
  }

  private static List<String> readOne(VectorUse use) {
    String path = ShellText.python(use.path());
    String layer = use.layerText();
    List<String> lines = new ArrayList<>();
    switch (use.format().id()) {
      case "pytorch" ->
          lines.add(Texts.of("direction = torch.load(%s, weights_only=True)[%s]", path, layer));
      case "lm-eval" ->
          lines.add(
              Texts.of(
                  "direction = torch.load(%s, weights_only=True)[\"layers.%s\"][\"steering_vector\"]",
                  path, layer));
      case "safetensors" -> {
        lines.add("from safetensors.torch import load_file");
        lines.add(Texts.of("direction = load_file(%s)[\"direction.%s\"]", path, layer));
      }
      case "npz" -> {
        lines.add("import numpy");
        lines.add(
            Texts.of(
                "direction = torch.from_numpy(numpy.load(%s)[\"direction.%s\"])", path, layer));
      }
      case "npy" -> {
        lines.add("import numpy");
        lines.add(Texts.of("direction = torch.from_numpy(numpy.load(%s)[%s])", path, layer));
      }
      default -> {
        lines.add("import json");
        lines.add(
            Texts.of(
                "direction = torch.tensor(json.load(open(%s))[\"directions\"][\"%s\"])",
                path, layer));
      }
    }
    lines.add(
        Texts.of("vector = SteeringVector({%s: direction%s}, \"decoder_block\")", layer, TO_MODEL));
    return lines;
  }

  private static List<String> readAll(VectorUse use) {
    String path = ShellText.python(use.path());
    List<String> lines = new ArrayList<>();
    switch (use.format().id()) {
      case "pytorch" -> lines.add(Texts.of("directions = torch.load(%s, weights_only=True)", path));
      case "lm-eval" ->
          lines.add(
              "directions = {int(name.split(\".\")[1]): hook[\"steering_vector\"] for name, hook in"
                  + Texts.of(" torch.load(%s, weights_only=True).items()}", path));
      case "safetensors" -> {
        lines.add("from safetensors.torch import load_file");
        lines.add(
            Texts.of(
                "directions = {int(name.split(\".\")[1]): d for name, d in load_file(%s).items()}",
                path));
      }
      case "npz" -> {
        lines.add("import numpy");
        lines.add(
            "directions = {int(name.split(\".\")[1]): torch.from_numpy(d) for name, d in"
                + Texts.of(" numpy.load(%s).items() if name.startswith(\"direction.\")}", path));
      }
      case "npy" -> {
        lines.add("import numpy");
        lines.add(Texts.of("directions = dict(enumerate(torch.from_numpy(numpy.load(%s))))", path));
      }
      default -> {
        lines.add("import json");
        lines.add(
            "directions = {int(layer): torch.tensor(d) for layer, d in"
                + Texts.of(" json.load(open(%s))[\"directions\"].items()}", path));
      }
    }
    lines.add(
        Texts.of(
                "vector = SteeringVector({layer: d%s for layer, d in directions.items()},",
                TO_MODEL)
            + " \"decoder_block\")");
    return lines;
  }

  private static List<String> notes(VectorUse use) {
    List<String> notes = new ArrayList<>();
    notes.add(
        Texts.of(
            "model is AutoModelForCausalLM.from_pretrained(\"%s\"), inputs the tokenized prompt.",
            use.modelOr("MODEL")));
    notes.addAll(use.differences("The library"));
    use.gap().ifPresent(notes::add);
    return notes;
  }
}
