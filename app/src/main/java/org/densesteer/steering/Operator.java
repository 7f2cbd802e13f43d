package org.densesteer.steering;

/** How a direction v meets a hidden state h. */
public enum Operator {
  /** h + λ·v. */
  ADD,
  /** h + λ·v, scaled back to the norm of h. */
  ADD_KEEP_NORM,
  /** h − (h·v̂)·v̂: the component along v is removed, whatever the strength. */
  ABLATE
}
