package org.densesteer.notebook;

import java.util.List;
import java.util.Map;
import org.densesteer.common.Texts;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/** The text that goes beside a vector wherever it is published: what it is and what it did. */
public final class ModelCard {

  private ModelCard() {}

  /**
   * A card in Markdown.
   *
   * @param tuned the vector as it was tuned
   * @param source where the effect was measured, in words; empty where it was not
   * @param effect what was measured there, the baseline first
   */
  public static String of(
      Steering tuned,
      String modelId,
      String modelFingerprint,
      String source,
      List<BundleEffect> effect) {
    SteeringVector vector = tuned.vector();
    StringBuilder text = new StringBuilder();
    text.append(Texts.of("# %s\n\n", vector.name()));
    text.append(
        Texts.of(
            "A steering vector for the model %s (fingerprint %s): a direction that is added to the"
                + " hidden states at the output of a decoder block while the model answers.\n\n",
            cell(modelId), cell(modelFingerprint)));
    text.append("## Use\n\n");
    text.append(Texts.of("- layer: %d (0-based decoder block)\n", tuned.layer()));
    text.append(Texts.of("- strength λ: %s\n", RunWords.number(tuned.strength())));
    text.append(Texts.of("- positions: %s\n", tuned.positions().words()));
    text.append(Texts.of("- operator: %s\n", tuned.operator().words()));
    if (!tuned.gate().equals(Gate.CONSTANT)) {
      text.append(Texts.of("- the strength follows the answer: %s\n", tuned.gate().words()));
    }
    text.append(
        Texts.of(
            "- width: %d; layers in the file: %s\n",
            vector.hiddenSize(),
            vector.directions().keySet().toString().replaceAll("[\\[\\]]", "")));
    text.append(Texts.of("- SHA-256 of its values: %s\n\n", RunSteering.hash(vector)));
    recipe(text, vector.metadata());
    effect(text, source, effect);
    return text.toString();
  }

  private static void recipe(StringBuilder text, VectorMetadata metadata) {
    text.append("## Recipe\n\n");
    if (metadata.entries().isEmpty()) {
      text.append("The file does not say how the vector was made.\n\n");
      return;
    }
    text.append("| | |\n|---|---|\n");
    for (Map.Entry<String, String> entry : metadata.entries().entrySet()) {
      text.append(Texts.of("| %s | %s |\n", cell(entry.getKey()), cell(entry.getValue())));
    }
    text.append("\n");
  }

  private static void effect(StringBuilder text, String source, List<BundleEffect> effect) {
    text.append("## Measured effect\n\n");
    if (effect.isEmpty()) {
      text.append("Nothing was measured at this layer and strength.\n");
      return;
    }
    text.append(cell(source)).append("\n\n");
    text.append("| arm | layer | λ | answers | accuracy | density | tokens | NLL w/ prompt |\n");
    text.append("|---|--:|--:|--:|--:|--:|--:|--:|\n");
    for (BundleEffect each : effect) {
      text.append(
          Texts.of(
              "| %s | %s | %s | %d | %s | %s | %s | %s |\n",
              cell(each.arm()),
              each.layer() == null ? "–" : each.layer().toString(),
              each.layer() == null ? "–" : RunWords.number(each.strength()),
              each.answers(),
              figure("%.1f %%", 100 * each.accuracy()),
              figure("%.2f", each.density()),
              figure("%.1f", each.tokens()),
              figure("%.3f", each.nll())));
    }
    boolean placebo = effect.size() > 2;
    text.append(
        placebo
            ? "\nThe other arms are placebos: what a push of equal size in another direction, or no"
                + " vector but another prompt, does by itself.\n"
            : "\nNo placebo was run beside it: what any push of this size does is not known.\n");
  }

  private static String figure(String format, double value) {
    return Double.isFinite(value) ? Texts.of(format, value) : "–";
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\s+", " ").strip();
  }
}
