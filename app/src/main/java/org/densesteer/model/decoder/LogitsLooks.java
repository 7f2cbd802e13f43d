package org.densesteer.model.decoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densesteer.model.torch.TorchProgram;
import org.densesteer.model.torch.Values;

/** What is read off logits; {@link Decoder} says what the arguments are. */
final class LogitsLooks {

  private final TorchProgram program;

  LogitsLooks(TorchProgram program) {
    this.program = program;
  }

  int[] likeliest(Logits logits) {
    float[] ids =
        Values.floats(program.call("likeliest").tensor(logits.array()).run(), program.manager());
    int[] out = new int[ids.length];
    Arrays.setAll(out, i -> (int) ids[i]);
    return out;
  }

  List<Observation> observe(
      Logits logits, int[] lines, int[] chosen, int[] unsteered, List<ShiftSums> shifts) {
    float[] table =
        Values.floats(
            program
                .call("observe")
                .tensor(logits.array())
                .integers(lines)
                .integers(chosen)
                .integers(unsteered)
                .tensors(shifts.stream().map(ShiftSums::next).toList())
                .run(),
            program.manager());
    List<Observation> rows = new ArrayList<>(lines.length);
    for (int row = 0; row < lines.length; row++) {
      rows.add(Observation.at(table, row));
    }
    return rows;
  }
}
