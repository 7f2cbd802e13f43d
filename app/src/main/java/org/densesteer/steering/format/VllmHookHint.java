package org.densesteer.steering.format;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;

/**
 * Lines for vLLM-Hook. Its worker {@code steer_hook_act} adds the tensor {@code dir} of a file of
 * its own at one decoder block, counted from 0; a configuration says where and how strongly.
 */
final class VllmHookHint {

  private static final String TOOL = "vLLM-Hook";

  private VllmHookHint() {}

  static UsageHint of(VectorUse use) {
    if (!use.format().equals(VectorFormats.PYTORCH)) {
      return new UsageHint(
          TOOL,
          "",
          "vLLM-Hook's own file is made of a PyTorch one in three lines: export the vector as"
              + " PyTorch.");
    }
    if (use.operator() == Operator.ABLATE) {
      return new UsageHint(
          TOOL,
          "",
          "vLLM-Hook adds a vector or sets the projection to a mean of its own; it cannot take a"
              + " direction away.");
    }
    if (use.everyLayer()) {
      return new UsageHint(TOOL, "", "vLLM-Hook steers one decoder block only.");
    }
    return new UsageHint(
        TOOL,
        Texts.of(
            "import json, torch%n"
                + "torch.save({\"dir\": torch.load(%s, weights_only=True)[%s]},"
                + " \"vllm-hook.pt\")%n"
                + "json.dump({\"steering\": {\"method\": \"add_vector\", \"coefficient\": %s,"
                + " \"optimal_layer\": %s, \"vector_path\": \"vllm-hook.pt\","
                + " \"apply_at_all_positions\": True}}, open(\"vllm-hook.json\", \"w\"))%n"
                + "# HookLLM(model=%s, worker_name=\"steer_hook_act\","
                + " config_file=\"vllm-hook.json\", enable_hook=True, enforce_eager=True)",
            ShellText.python(use.path()),
            use.layerText(),
            use.strength(),
            use.layerText(),
            ShellText.python(use.modelOr("MODEL"))),
        String.join(" ", notes(use)));
  }

  private static List<String> notes(VectorUse use) {
    List<String> notes = new ArrayList<>();
    notes.add("The last line goes into a program of yours, in the folder of the two files.");
    notes.addAll(use.differences(TOOL));
    use.gap().ifPresent(notes::add);
    return notes;
  }
}
