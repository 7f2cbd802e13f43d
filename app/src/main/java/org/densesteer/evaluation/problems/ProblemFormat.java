package org.densesteer.evaluation.problems;

/** Kinds of problem file that are recognised by their fields. */
public enum ProblemFormat {
  /** {@code question} and a worked {@code answer} that ends in {@code #### number}. */
  GSM8K,
  /** {@code problem} with {@code answer}, or with a {@code solution} that holds a box. */
  MATH,
  /** {@code problem} repeated as {@code question}, and a number as {@code answer}. */
  AMC,
  /** A question and a bare answer. */
  PLAIN,
  /** Fields that a person named. */
  MAPPED
}
