package org.densesteer.steering.format;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.ShellCommand;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;

/**
 * The command for llama.cpp and for ik_llama.cpp. Their layer range is inclusive and counts decoder
 * blocks from 0; block 0 is out of reach. In llama.cpp the scale follows the file behind a colon,
 * in ik_llama.cpp it is a word of its own, as it was in llama.cpp before.
 */
final class LlamaCppHint {

  private final String tool;
  private final boolean apart;
  private final VectorUse use;

  private LlamaCppHint(String tool, boolean apart, VectorUse use) {
    this.tool = tool;
    this.apart = apart;
    this.use = use;
  }

  static UsageHint of(VectorUse use) {
    return new LlamaCppHint("llama.cpp", false, use).hint();
  }

  static UsageHint ofIk(VectorUse use) {
    return new LlamaCppHint("ik_llama.cpp", true, use).hint();
  }

  private UsageHint hint() {
    if (!use.format().equals(VectorFormats.GGUF)) {
      return new UsageHint(tool, "", tool + " reads GGUF files only: export the vector as GGUF.");
    }
    if (use.operator() == Operator.ABLATE) {
      return new UsageHint(
          tool, "", tool + " adds vectors and cannot take a direction away from hidden states.");
    }
    int offset = use.ggufLayerOffset();
    if (use.layer().isPresent() && use.layer().getAsInt() == 0 && offset == 0) {
      return new UsageHint(tool, "", tool + " cannot steer decoder block 0.");
    }
    return new UsageHint(
        tool,
        Texts.of(
            "llama-cli -m MODEL.gguf %s --control-vector-layer-range %s",
            vector(), range(use, offset)),
        String.join(" ", notes()));
  }

  private String vector() {
    if (use.strength().equals("1")) {
      return "--control-vector " + ShellCommand.word(shown());
    }
    return "--control-vector-scaled "
        + (apart
            ? ShellCommand.word(shown()) + " " + use.strength()
            : ShellCommand.word(shown() + ":" + use.strength()));
  }

  private String shown() {
    return splits() ? String.valueOf(use.file().getFileName()) : use.path();
  }

  /** Whether it would take the path apart. */
  private boolean splits() {
    return !apart && ShellText.hasSeparator(use.path());
  }

  private static String range(VectorUse use, int offset) {
    if (use.everyLayer()) {
      return (use.layers().first() + offset) + " " + (use.layers().last() + offset);
    }
    String number =
        use.layer().isPresent() ? String.valueOf(use.layer().getAsInt() + offset) : use.layerText();
    return number + " " + number;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(Texts.of("MODEL.gguf is %s converted to GGUF.", use.modelOr("the model")));
    List<String> differences = use.differences(tool);
    if (differences.isEmpty()) {
      notes.add("Every token is steered, the prompt included.");
    }
    notes.addAll(differences);
    if (!apart && !use.strength().equals("1")) {
      notes.add(
          Texts.of(
              "Older builds take the strength as a word of its own: FILE %s.", use.strength()));
    }
    if (splits()) {
      notes.add("Run it in the file's folder, because llama.cpp splits paths at ':' and ','.");
    }
    use.gap().ifPresent(notes::add);
    return notes;
  }
}
