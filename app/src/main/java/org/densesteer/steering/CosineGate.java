package org.densesteer.steering;

import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * g(t) = 1 while the cosine of the hidden state with a probe is above a bound, else 0. After CAST
 * (Lee et al. 2024, arXiv 2409.05907), which decides once, from the prompt; this decides before
 * every pass unless it is told to do so once, too.
 *
 * @param probe what hidden states are compared with
 * @param bound −1 to 1
 * @param once whether it is decided once, from the unsteered prompt, as CAST does
 */
public record CosineGate(Probe probe, double bound, boolean once) implements Gate {

  /** How files and the command line begin it. */
  static final String ID = "cosine:";

  /** How they begin one that is decided once. */
  static final String ONCE_ID = "cosine-prompt:";

  /** Decided before every pass. */
  public CosineGate(Probe probe, double bound) {
    this(probe, bound, false);
  }

  /** Checks the bound. */
  public CosineGate {
    if (!(bound >= -1 && bound <= 1)) {
      throw new FaultException(
          Texts.of("The bound of a cosine must lie between -1 and 1, not %s.", bound));
    }
  }

  @Override
  public double at(Seen seen) {
    return (once ? seen.promptCosine(probe) : seen.cosine(probe)) > bound ? 1 : 0;
  }

  @Override
  public String text() {
    return text(probe.vector().name());
  }

  /** The same with another name for the probe's vector, such as its file. */
  public String text(String vector) {
    return (once ? ONCE_ID : ID) + vector + "@" + probe.layer() + ">" + GateText.number(bound);
  }

  @Override
  public String words() {
    return (once ? "prompt's cosine with " : "cosine with ")
        + probe.text()
        + " above "
        + GateText.number(bound);
  }
}
