package org.densesteer.notebook;

import java.util.function.Function;
import org.densesteer.common.FaultException;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.CurveGate;
import org.densesteer.steering.Gate;
import org.densesteer.steering.GateText;
import org.densesteer.steering.Probe;
import org.densesteer.steering.SteeringVector;
import org.jspecify.annotations.Nullable;

/**
 * How a strength followed the answer.
 *
 * @param text the gate as {@link GateText} reads it
 * @param probe what a cosine gate compares hidden states with; null for others
 */
public record RunGate(String text, @Nullable RunVector probe) {

  /** The strength stayed as it was set. */
  public static final RunGate CONSTANT = of(Gate.CONSTANT);

  /** What is recorded of a gate. */
  public static RunGate of(Gate gate) {
    return new RunGate(
        gate.text(),
        gate instanceof CosineGate cosine
            ? new RunVector(
                cosine.probe().vector().name(), RunSteering.hash(cosine.probe().vector()))
            : null);
  }

  /**
   * A gate from a file.
   *
   * @param hash of the probe's vector; null where the gate has none
   * @throws FaultException when the text is no gate, or a probe's hash is missing or too much
   */
  static RunGate read(String text, @Nullable String hash) {
    String[] name = new String[1];
    GateText.parse(
        text,
        (vector, layer) -> {
          name[0] = vector;
          return GateText.anyProbe(vector, layer);
        });
    if ((name[0] == null) != (hash == null)) {
      throw new FaultException("A gate names a probe exactly where it has one.");
    }
    return new RunGate(text, hash == null ? null : new RunVector(name[0], hash));
  }

  /** Whether the strength stayed as it was set. */
  public boolean constant() {
    return text.equals(CONSTANT.text);
  }

  /**
   * The gate.
   *
   * @param vectors gives the probe's vector
   */
  public Gate gate(Function<RunVector, SteeringVector> vectors) {
    return GateText.parse(
        text,
        (name, layer) -> {
          if (probe == null) {
            throw new IllegalStateException("a gate with a probe that was not recorded");
          }
          return new Probe(vectors.apply(probe), layer);
        });
  }

  /** How a person calls it. */
  public String words() {
    return GateText.parse(text, GateText::anyProbe).words();
  }

  /** The same where there is little room. */
  public String brief() {
    Gate gate = GateText.parse(text, GateText::anyProbe);
    if (gate instanceof CurveGate) {
      return "curve";
    }
    return gate instanceof CosineGate ? "cosine gate" : text;
  }

  /**
   * The gate as the command line takes it.
   *
   * @param file the file of the probe's vector
   */
  String argument(Function<RunVector, String> file) {
    Gate gate = GateText.parse(text, GateText::anyProbe);
    return gate instanceof CosineGate cosine && probe != null
        ? cosine.text(file.apply(probe))
        : text;
  }
}
