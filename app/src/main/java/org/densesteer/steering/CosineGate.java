package org.densesteer.steering;

import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * g(t) = 1 while the cosine of the hidden state with a probe is above a bound, else 0. After CAST
 * (Lee et al. 2024, arXiv 2409.05907), which decides once, from the prompt; this decides before
 * every pass.
 *
 * @param probe what hidden states are compared with
 * @param bound −1 to 1
 */
public record CosineGate(Probe probe, double bound) implements Gate {

  /** How files and the command line begin it. */
  static final String ID = "cosine:";

  /** Checks the bound. */
  public CosineGate {
    if (!(bound >= -1 && bound <= 1)) {
      throw new FaultException(
          Texts.of("The bound of a cosine must lie between -1 and 1, not %s.", bound));
    }
  }

  @Override
  public double at(Seen seen) {
    return seen.cosine(probe) > bound ? 1 : 0;
  }

  @Override
  public String text() {
    return text(probe.vector().name());
  }

  /** The same with another name for the probe's vector, such as its file. */
  public String text(String vector) {
    return ID + vector + "@" + probe.layer() + ">" + GateText.number(bound);
  }

  @Override
  public String words() {
    return "cosine with " + probe.text() + " above " + GateText.number(bound);
  }
}
