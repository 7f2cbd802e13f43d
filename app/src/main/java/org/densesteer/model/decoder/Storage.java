package org.densesteer.model.decoder;

/** The form in which the weights of the matrix products are held for decoding. */
enum Storage {
  /** As they are computed with. */
  FULL("", 0),
  /** Eight-bit integers with one scale for each row. */
  INT8("int8", 1),
  /**
   * As {@link #INT8}, multiplied as integers: a decoding step's activations are rounded to 16 bits
   * of the row's largest and given as two planes of eight.
   */
  INT8_PLANES("int8", 1),
  /** Four-bit integers with a scale and a zero point for every 32 values of a row. */
  INT4("int4", 32);

  private final String label;
  private final int group;

  Storage(String label, int group) {
    this.label = label;
    this.group = group;
  }

  /** The name of the quantised form; empty when there is none. */
  String label() {
    return label;
  }

  /** The widths of all products must be multiples of this. */
  int group() {
    return group;
  }

  boolean quantised() {
    return this != FULL;
  }
}
