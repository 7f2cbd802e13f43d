package org.densesteer.steering;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a direction v meets a hidden state h. */
public enum Operator {
  /** h + λ·v. */
  ADD("add"),
  /** h + λ·v, scaled back to the norm of h. */
  ADD_KEEP_NORM("add, keep ‖h‖"),
  /** h − (h·v̂)·v̂: the component along v is removed, whatever the strength. */
  ABLATE("ablate");

  private final String words;

  Operator(String words) {
    this.words = words;
  }

  /** How a person calls it. */
  public String words() {
    return words;
  }

  /** How files and the command line call it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The operator of an {@link #id()}; empty when there is none. */
  public static Optional<Operator> named(String id) {
    return Arrays.stream(values()).filter(operator -> operator.id().equals(id)).findFirst();
  }
}
