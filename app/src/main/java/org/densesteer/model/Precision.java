package org.densesteer.model;

/** Arithmetic of the decoder. */
public enum Precision {
  /**
   * bfloat16 where the processor computes in it and the model is large enough to gain, else
   * float32.
   */
  AUTO,
  /** 32-bit floats: exact to the reference, four bytes a weight. */
  FLOAT32,
  /** 16-bit brain floats: two bytes a weight. */
  BFLOAT16,
  /** Decodes with 8-bit weights, one scale a row; prompts are read as {@link #AUTO} would. */
  INT8,
  /** Decodes with 4-bit weights in groups of 32; prompts are read as {@link #AUTO} would. */
  INT4
}
