package org.densesteer.steering.format;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.ShellCommand;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;

/**
 * The command for the lm-evaluation-harness of DenseSteer's repository, whose model {@code
 * steer_hf} steers one layer, or without {@code steer_layer} every layer of the file.
 */
final class EvaluatorHint {

  private static final String TOOL = "DenseSteer's evaluator";

  private EvaluatorHint() {}

  static UsageHint of(VectorUse use) {
    if (!use.format().equals(VectorFormats.PYTORCH)) {
      return new UsageHint(
          TOOL, "", "DenseSteer's evaluator reads PyTorch files: export the vector as PyTorch.");
    }
    if (use.operator() == Operator.ABLATE) {
      return new UsageHint(
          TOOL,
          "",
          "DenseSteer's evaluator adds vectors and cannot take a direction away from hidden"
              + " states.");
    }
    String layer = use.everyLayer() ? "" : ",steer_layer=" + use.layerText();
    String arguments =
        Texts.of(
            "pretrained=%s,steer_vec_path=%s%s,steer_lambda=%s",
            use.modelOr("MODEL"), use.path(), layer, use.strength());
    return new UsageHint(
        TOOL,
        Texts.of(
            "lm_eval --model steer_hf --model_args %s --tasks gsm8k_cot_zeroshot --apply_chat_template",
            ShellCommand.word(arguments)),
        String.join(" ", notes(use)));
  }

  private static List<String> notes(VectorUse use) {
    List<String> notes = new ArrayList<>();
    notes.add("For the lm-evaluation-harness in DenseSteer's repository; choose the tasks.");
    if (use.path().contains(",")) {
      notes.add("Move the file first: the evaluator splits its arguments at ','.");
    }
    notes.addAll(use.differences("The evaluator"));
    use.gap().ifPresent(notes::add);
    return notes;
  }
}
