package org.densesteer.evaluation.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Gate;
import org.densesteer.steering.GateText;
import org.densesteer.steering.Probe;
import org.jspecify.annotations.Nullable;

/**
 * How the strengths of a sweep follow the answers, by content.
 *
 * @param text the gate as {@link GateText} reads it; a probe has no name of its own in it
 * @param probe fingerprint of a cosine gate's directions; null for other gates
 */
public record SweepGate(
    String text, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String probe) {

  private static final String PROBE = "probe";

  /** Checks that the text is a gate. */
  public SweepGate {
    GateText.parse(text, GateText::anyProbe);
  }

  /**
   * What a plan says of a gate; null of the constant one, so that plans without gates say nothing.
   */
  public static @Nullable SweepGate of(Gate gate) {
    if (gate.constant()) {
      return null;
    }
    return gate instanceof CosineGate cosine
        ? new SweepGate(cosine.text(PROBE), SweepSubject.fingerprint(cosine.probe().vector()))
        : new SweepGate(gate.text(), null);
  }

  /**
   * The gate of a plan, unless it needs a probe.
   *
   * @throws FaultException when it does
   */
  public static Gate withoutProbe(@Nullable SweepGate planned) {
    return planned == null ? Gate.CONSTANT : GateText.parse(planned.text, SweepGate::refuse);
  }

  /**
   * The gate of a plan, and where it needs a probe, the one of some gates that is it.
   *
   * @throws FaultException when none of them is
   */
  public static Gate among(@Nullable SweepGate planned, List<Gate> gates) {
    return gates.stream()
        .filter(gate -> planned != null && planned.equals(of(gate)))
        .findFirst()
        .orElseGet(() -> withoutProbe(planned));
  }

  private static Probe refuse(String name, int layer) {
    throw new FaultException(
        "This sweep's gate compares hidden states with a probe that is not at hand: neither its"
            + " vector nor the file that its command names has it.");
  }

  /** How a person calls it. */
  public String words() {
    return GateText.parse(text, GateText::anyProbe).words()
        + (probe == null ? "" : " (" + probe.substring(0, 16) + ")");
  }
}
