package org.densesteer.steering.format;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.ShellCommand;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;

/** The command of this program. */
final class OwnCommandHint {

  private OwnCommandHint() {}

  static UsageHint of(VectorUse use) {
    StringBuilder command =
        new StringBuilder("densesteer generate --model MODEL --chat \"…\" --vector ")
            .append(ShellCommand.word(use.path()));
    boolean fileSaysAll = use.everyLayer() && use.format().keepsMetadata();
    if (!use.everyLayer()) {
      command.append(" --layer ").append(use.layerText());
    }
    if (!fileSaysAll) {
      command.append(" --strength ").append(use.strength());
    }
    if (!use.positions().equals(Positions.EVERYWHERE)) {
      command.append(" --positions ").append(use.positions().id());
    }
    if (use.operator() != Operator.ADD) {
      command.append(" --operator ").append(use.operator().id());
    }
    return new UsageHint(
        "DenseSteer Workbench",
        use.everyLayer() && !fileSaysAll ? "" : command.toString(),
        String.join(" ", notes(use, fileSaysAll)));
  }

  private static List<String> notes(VectorUse use, boolean fileSaysAll) {
    List<String> notes = new ArrayList<>();
    if (use.everyLayer() && !fileSaysAll) {
      notes.add(
          "This format does not say that all layers are steered at once: export as safetensors to"
              + " use the mix here.");
      return notes;
    }
    notes.add(
        Texts.of(
            "MODEL is the folder of the checkpoint%s.",
            use.model().isEmpty() ? "" : " " + use.model()));
    if (fileSaysAll) {
      notes.add("The file says that all its layers are steered at once.");
    }
    use.gap().ifPresent(notes::add);
    return notes;
  }
}
