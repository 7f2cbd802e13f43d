package org.densesteer.steering.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;

/**
 * Lines for EasySteer, which is vLLM with steering. It reads {@code direction.N} of a GGUF file as
 * what is added at decoder block N, counted from 0, and takes a renormalisation to ‖h‖ as {@code
 * normalize}.
 */
final class EasySteerHint {

  private static final String TOOL = "EasySteer (vLLM)";

  /** Every token of a part. */
  private static final String ALL = "[-1]";

  private EasySteerHint() {}

  static UsageHint of(VectorUse use) {
    if (!use.format().equals(VectorFormats.GGUF)) {
      return new UsageHint(
          TOOL,
          "",
          "EasySteer reads the vectors of several layers from GGUF files: export the vector as"
              + " GGUF.");
    }
    if (use.operator() == Operator.ABLATE) {
      return new UsageHint(
          TOOL, "", "EasySteer adds vectors and cannot take a direction away from hidden states.");
    }
    if (use.ggufLayerOffset() != 0) {
      return new UsageHint(
          TOOL,
          "",
          "EasySteer counts decoder blocks from 0: export the GGUF file without a layer offset.");
    }
    Positions positions = use.positions();
    String request =
        Texts.of(
            "SteerVectorRequest(\"vector\", 1, steer_vector_local_path=%s, scale=%s,"
                + " target_layers=[%s]%s%s%s)",
            ShellText.python(use.path()),
            use.strength(),
            use.everyLayer()
                ? use.layers().stream().map(String::valueOf).collect(Collectors.joining(", "))
                : use.layerText(),
            positions.prompt() ? ", prefill_trigger_tokens=" + ALL : "",
            positions.response() ? ", generate_trigger_tokens=" + ALL : "",
            use.operator() == Operator.ADD_KEEP_NORM ? ", normalize=True" : "");
    return new UsageHint(
        TOOL,
        Texts.of(
            "from vllm import LLM%nfrom vllm.steer_vectors.request import SteerVectorRequest%n"
                + "llm = LLM(model=%s, enable_steer_vector=True, enforce_eager=True,"
                + " enable_chunked_prefill=False)%n"
                + "llm.generate(PROMPT, steer_vector_request=%s)",
            ShellText.python(use.modelOr("MODEL")), request),
        String.join(" ", notes(use)));
  }

  private static List<String> notes(VectorUse use) {
    List<String> notes = new ArrayList<>();
    notes.add("PROMPT is the text behind the chat template.");
    if (use.positions().fromStep() > 1) {
      notes.add("EasySteer knows no reasoning steps, so the whole response is steered.");
    }
    use.gap().ifPresent(notes::add);
    return notes;
  }
}
