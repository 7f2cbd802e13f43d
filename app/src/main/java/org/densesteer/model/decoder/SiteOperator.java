package org.densesteer.model.decoder;

/** What happens to a hidden state h at a site; the order is the program's numbering. */
public enum SiteOperator {
  /** h + λ·v. */
  ADD,
  /** h + λ·v, scaled back to ‖h‖. */
  ADD_KEEP_NORM,
  /** h − λ·(h·v̂)·v̂. */
  ABLATE
}
