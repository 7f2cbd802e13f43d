package org.densesteer.steering.format;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.ShellCommand;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;

/**
 * The command for llama.cpp. Its layer range is inclusive and counts decoder blocks from 0; block 0
 * is out of reach; the scale follows the file behind a colon.
 */
final class LlamaCppHint {

  private static final String TOOL = "llama.cpp";

  private LlamaCppHint() {}

  static UsageHint of(VectorUse use) {
    if (!use.format().equals(VectorFormats.GGUF)) {
      return new UsageHint(TOOL, "", "llama.cpp reads GGUF files only: export the vector as GGUF.");
    }
    if (use.operator() == Operator.ABLATE) {
      return new UsageHint(
          TOOL, "", "llama.cpp adds vectors and cannot take a direction away from hidden states.");
    }
    int offset = use.ggufLayerOffset();
    if (use.layer().isPresent() && use.layer().getAsInt() == 0 && offset == 0) {
      return new UsageHint(TOOL, "", "llama.cpp cannot steer decoder block 0.");
    }
    return new UsageHint(
        TOOL,
        Texts.of(
            "llama-cli -m MODEL.gguf %s --control-vector-layer-range %s",
            vector(use), range(use, offset)),
        String.join(" ", notes(use)));
  }

  private static String vector(VectorUse use) {
    String shown = shown(use);
    return use.strength().equals("1")
        ? "--control-vector " + ShellCommand.word(shown)
        : "--control-vector-scaled " + ShellCommand.word(shown + ":" + use.strength());
  }

  private static String shown(VectorUse use) {
    return ShellText.hasSeparator(use.path())
        ? String.valueOf(use.file().getFileName())
        : use.path();
  }

  private static String range(VectorUse use, int offset) {
    if (use.everyLayer()) {
      return (use.layers().first() + offset) + " " + (use.layers().last() + offset);
    }
    String number =
        use.layer().isPresent() ? String.valueOf(use.layer().getAsInt() + offset) : use.layerText();
    return number + " " + number;
  }

  private static List<String> notes(VectorUse use) {
    List<String> notes = new ArrayList<>();
    notes.add(Texts.of("MODEL.gguf is %s converted to GGUF.", use.modelOr("the model")));
    List<String> differences = use.differences(TOOL);
    if (differences.isEmpty()) {
      notes.add("Every token is steered, the prompt included.");
    }
    notes.addAll(differences);
    if (!use.strength().equals("1")) {
      notes.add(
          Texts.of(
              "Older builds take the strength as a word of its own: FILE %s.", use.strength()));
    }
    if (ShellText.hasSeparator(use.path())) {
      notes.add("Run it in the file's folder, because llama.cpp splits paths at ':' and ','.");
    }
    use.gap().ifPresent(notes::add);
    return notes;
  }
}
