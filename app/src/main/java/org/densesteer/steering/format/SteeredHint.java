package org.densesteer.steering.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.ShellCommand;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;

/** The command for the model {@code steered} of the lm-evaluation-harness. */
final class SteeredHint {

  private static final String TOOL = "lm-evaluation-harness (steered)";

  private SteeredHint() {}

  static UsageHint of(VectorUse use) {
    if (!use.format().equals(VectorFormats.STEERED)) {
      return new UsageHint(
          TOOL,
          "",
          "The lm-evaluation-harness' own model “steered” has a file layout of its own: export the"
              + " vector as lm-eval steered (.steered.pt).");
    }
    String arguments = Texts.of("pretrained=%s,steer_path=%s", use.modelOr("MODEL"), use.path());
    return new UsageHint(
        TOOL,
        Texts.of(
            "lm_eval --model steered --model_args %s --tasks gsm8k_cot_zeroshot --apply_chat_template",
            ShellCommand.word(arguments)),
        String.join(" ", notes(use)));
  }

  private static List<String> notes(VectorUse use) {
    List<String> notes = new ArrayList<>();
    notes.add(
        Texts.of(
            "Layer %s and the %s are in the file; choose the tasks.",
            use.layers().stream().map(String::valueOf).collect(Collectors.joining(", ")),
            use.operator() == Operator.ABLATE
                ? "action clamp to 0, which takes the direction away,"
                : "coefficient"));
    if (use.path().contains(",") || use.path().contains("=")) {
      notes.add("Move the file first: lm-eval splits its arguments at ',' and '='.");
    }
    notes.addAll(use.differences("lm-eval"));
    return notes;
  }
}
