package org.densesteer.cli;

import java.io.PrintWriter;
import java.util.OptionalInt;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.steering.Gate;
import org.densesteer.steering.GateText;
import org.densesteer.steering.Probe;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorGate;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorRead;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How the strength follows the answer. */
final class GateOptions {

  @Option(
      names = "--gate",
      paramLabel = "GATE",
      description =
          "How the strength follows the answer; it is multiplied with a factor for every token:"
              + " curve:0=1,50=0 (lines between tokens), curve-steps:0=1,3=0 (between steps),"
              + " cosine:FILE@LAYER>BOUND (1 while the hidden state's cosine with FILE is above),"
              + " cosine-prompt:FILE@LAYER>BOUND (the same decided once, from the prompt),"
              + " confidence<BOUND (1 while the likeliest token's probability is below) or"
              + " kl:NATS[,gain=G] (lowered where the mean KL to the unsteered model exceeds NATS)."
              + " Default: what the vector's file says, otherwise constant.")
  private @Nullable String gate;

  /** Whether one is asked for. */
  boolean given() {
    return gate != null;
  }

  /** What the option is given; without it the gate that goes with a vector. */
  String text(SteeringVector vector) {
    return gate == null ? VectorGate.of(vector).text() : gate;
  }

  /**
   * The gate that was asked for; without the option the one that goes with the vector.
   *
   * @throws ParameterException when it is none
   * @throws FaultException when its probe cannot be read
   */
  Gate read(CommandSpec command, SteeringVector vector) {
    if (gate == null) {
      return VectorGate.of(vector);
    }
    try {
      // Says what is wrong with the option before any file is opened.
      GateText.parse(gate, GateText::anyProbe);
    } catch (FaultException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
    return GateText.parse(gate, (file, layer) -> probe(command, file, layer));
  }

  /** Says of a vector made for a gate that a command knows none. */
  static void leftOut(CommandSpec command, SteeringVector vector) {
    Gate its = VectorGate.of(vector);
    if (!its.constant()) {
      command
          .commandLine()
          .getErr()
          .println(
              Texts.of(
                  "densesteer: The vector %s is made for the gate %s, which %s does not know: its"
                      + " strength is constant here.",
                  vector.name(), its.text(), command.name()));
    }
  }

  private static Probe probe(CommandSpec command, String file, int layer) {
    VectorRead read = VectorFiles.read(SteeringOptions.file(file), 0, OptionalInt.of(layer));
    PrintWriter err = command.commandLine().getErr();
    read.warnings().forEach(warning -> err.println("densesteer: " + warning));
    return new Probe(read.vector(), layer);
  }
}
