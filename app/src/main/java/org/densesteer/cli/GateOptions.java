package org.densesteer.cli;

import java.io.PrintWriter;
import java.util.OptionalInt;
import org.densesteer.common.FaultException;
import org.densesteer.steering.Gate;
import org.densesteer.steering.GateText;
import org.densesteer.steering.Probe;
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
              + " kl:NATS[,gain=G] (lowered where the mean KL to the unsteered model exceeds NATS).")
  private @Nullable String gate;

  /** Whether one is asked for. */
  boolean given() {
    return gate != null;
  }

  /** What the option is given; the constant gate without it. */
  String text() {
    return gate == null ? Gate.CONSTANT.text() : gate;
  }

  /**
   * The gate that was asked for; constant without the option.
   *
   * @throws ParameterException when it is none
   * @throws FaultException when its probe cannot be read
   */
  Gate read(CommandSpec command) {
    if (gate == null) {
      return Gate.CONSTANT;
    }
    try {
      // Says what is wrong with the option before any file is opened.
      GateText.parse(gate, GateText::anyProbe);
    } catch (FaultException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
    return GateText.parse(gate, (file, layer) -> probe(command, file, layer));
  }

  private static Probe probe(CommandSpec command, String file, int layer) {
    VectorRead read = VectorFiles.read(SteeringOptions.file(file), 0, OptionalInt.of(layer));
    PrintWriter err = command.commandLine().getErr();
    read.warnings().forEach(warning -> err.println("densesteer: " + warning));
    return new Probe(read.vector(), layer);
  }
}
