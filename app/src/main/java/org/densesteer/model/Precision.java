package org.densesteer.model;

import java.util.Arrays;
import java.util.Optional;

/** Arithmetic of the decoder. */
public enum Precision {
  /**
   * bfloat16 where the processor computes in it and the model is large enough to gain, else
   * float32.
   */
  AUTO("auto", "Chosen for this processor and the size of the model."),
  /** 32-bit floats: exact to the reference, four bytes a weight. */
  FLOAT32("float32", "Exact to the reference; four bytes a weight, so the slowest to read."),
  /** 16-bit brain floats: two bytes a weight. */
  BFLOAT16("bfloat16", "Half the memory of float32; rounds where two tokens are nearly tied.");

  private final String label;
  private final String consequence;

  Precision(String label, String consequence) {
    this.label = label;
    this.consequence = consequence;
  }

  /** What people, options and settings call it. */
  public String label() {
    return label;
  }

  /** What choosing it means, one sentence. */
  public String consequence() {
    return consequence;
  }

  /** The precision of a label; nothing for a label that this version does not know. */
  public static Optional<Precision> ofLabel(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }
}
