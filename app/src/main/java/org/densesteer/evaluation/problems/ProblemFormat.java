package org.densesteer.evaluation.problems;

/** Kinds of problem file that are recognised by their fields. */
public enum ProblemFormat {
  /** {@code question} and a worked {@code answer} that ends in {@code #### number}. */
  GSM8K("GSM8K"),
  /** {@code problem} with {@code answer}, or with a {@code solution} that holds a box. */
  MATH("MATH"),
  /** {@code problem} repeated as {@code question}, and a number as {@code answer}. */
  AMC("AMC"),
  /** {@code Body} and {@code Question}, put together, as SVAMP and ASDiv have them. */
  BODY_AND_QUESTION("body and question"),
  /** The log of samples of lm-evaluation-harness, whose problem is its {@code doc}. */
  LM_EVAL("a sample log of lm-evaluation-harness"),
  /** A question and a bare answer. */
  PLAIN("question and answer"),
  /** Fields that a person named. */
  MAPPED("fields as named");

  private final String label;

  ProblemFormat(String label) {
    this.label = label;
  }

  /** A few words for a person. */
  public String label() {
    return label;
  }
}
