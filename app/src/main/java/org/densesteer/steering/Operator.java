package org.densesteer.steering;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.model.decoder.Site;

/** How a direction v meets a hidden state h. */
public enum Operator {
  /** h + λ·v. */
  ADD(Site.ADD, "add"),
  /** h + λ·v, scaled back to the norm of h. */
  ADD_KEEP_NORM(Site.ADD_KEEP_NORM, "add, keep ‖h‖"),
  /** h − (h·v̂)·v̂: the component along v is removed, whatever the strength. */
  ABLATE(Site.ABLATE, "ablate");

  private final int code;
  private final String words;

  Operator(int code, String words) {
    this.code = code;
    this.words = words;
  }

  /** How the decoder's program numbers it: {@link Site#operator()}. */
  public int code() {
    return code;
  }

  /** How a person calls it. */
  public String words() {
    return words;
  }

  /** How files and the command line call it: add, add_keep_norm, ablate. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The operator of an {@link #id()}; empty when there is none. */
  public static Optional<Operator> named(String id) {
    return Arrays.stream(values()).filter(operator -> operator.id().equals(id)).findFirst();
  }

  /**
   * The operator of an {@link #id()}, in small or large letters.
   *
   * @throws FaultException when there is none
   */
  public static Operator parse(String id) {
    return named(id.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new FaultException(Texts.of("“%s” is none of add, add_keep_norm and ablate.", id)));
  }

  /** Its words, which is what a list of operators shows. */
  @Override
  public String toString() {
    return words;
  }
}
