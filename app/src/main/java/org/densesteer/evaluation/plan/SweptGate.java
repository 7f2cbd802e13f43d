package org.densesteer.evaluation.plan;

import org.densesteer.steering.Gate;

/**
 * A gate that was chosen for a sweep.
 *
 * @param gate the gate
 * @param argument what {@code --gate} is given for it
 */
public record SweptGate(Gate gate, String argument) {

  /** The strength stays as it is set. */
  public static final SweptGate CONSTANT = new SweptGate(Gate.CONSTANT, Gate.CONSTANT.text());
}
