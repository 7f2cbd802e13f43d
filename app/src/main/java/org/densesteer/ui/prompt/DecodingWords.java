package org.densesteer.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Texts;
import org.densesteer.model.checkpoint.GenerationDefaults;

/** What the decoding part of the prompt panel says of a checkpoint's own settings. */
final class DecodingWords {

  private DecodingWords() {}

  /** The label of the switch for the repetition penalty. */
  static String penalty(GenerationDefaults says) {
    return Texts.of("repetition penalty: checkpoint's %s", number(says.repetitionPenalty()));
  }

  /** What taking the checkpoint's sampling would set; empty where it says nothing of sampling. */
  static String sampling(GenerationDefaults says) {
    List<String> parts = new ArrayList<>();
    if (says.temperature() != null) {
      parts.add("temperature " + number(says.temperature()));
    }
    if (says.topK() != null) {
      parts.add("top-k " + says.topK());
    }
    if (says.topP() != null) {
      parts.add("top-p " + number(says.topP()));
    }
    return parts.isEmpty() ? "" : "Sample as the checkpoint says: " + String.join(", ", parts);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Texts.of("%.0f", value) : Double.toString(value);
  }
}
