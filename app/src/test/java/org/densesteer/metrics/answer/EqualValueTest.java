package org.densesteer.metrics.answer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // spaces
        "p-q | p - q",
        "\\left(3,\\frac{\\pi}{2}\\right) | \\left( 3, \\frac{\\pi}{2} \\right)",
        "1\\,000 | 1000",
        "x\\ y | xy",
        "\\begin{pmatrix}-2\\\\-14\\end{pmatrix} | \\begin{pmatrix} -2 \\\\ -14 \\end{pmatrix}",
        // \left and \right
        "(1,2] | \\left(1,2\\right]",
        // tfrac and dfrac
        "\\dfrac{14}{3} | \\frac{14}{3}",
        "\\tfrac{14}{3} | \\frac{14}{3}",
        // \!
        "10080 | 10,\\!080",
        "11,111,111,100 | 11,\\! 111,\\! 111,\\! 100",
        // degrees
        "90 | 90^\\circ",
        "90^{\\circ} | 90^\\circ",
        "90° | 90",
        // money
        "36 | \\$36",
        "$36$ | 36",
        "\\$32,348 | \\$32,\\!348",
        "18.9 | \\$18.90",
        // percent
        "50\\% | 50",
        "50% | 50",
        // leading zero
        "0.35625 | .35625",
        "(0.5,1) | (.5,1)",
        "-.5 | -0.5",
        // quotients
        "1/2 | \\frac{1}{2}",
        "-1/2 | -\\frac{1}{2}",
        "\\frac{-1}{2} | -\\frac{1}{2}",
        // arguments without braces
        "\\frac{4}{3} | \\frac43",
        "\\frac{5}{9} | \\frac 59",
        "\\frac{9}{19} | \\frac9{19}",
        "\\frac{270}{7} | \\frac{270}7\\text{ degrees}",
        "11\\sqrt{2} | 11\\sqrt2",
        "\\frac{x}{y} | \\frac xy",
        "\\frac{x}{12} | \\frac x{12}",
        "\\frac{x_{1}}{y} | \\frac{x_{1}}y",
        "\\frac{x}{y}+\\sqrt{z} | \\frac xy + \\sqrt z",
        // signs of other keyboards
        "x²+y | x^{2} + y",
        "１＋x | 1+x",
        "٣ | 3",
        // several parts
        "\\text{red, blue} | \\text{blue}, \\text{red}",
        "\\pm 2 | -2, 2",
        "3 \\pm 1 | 4, 2",
        "(1,2) | (1,2,)",
        // units and words
        "864 | 864 \\mbox{ inches}^2",
        "5.4 | 5.4 \\text{ cents}",
        "Evelyn | \\text{Evelyn}",
        "\\text{ (C) } | \\text{(C)}",
        // an unknown in front
        "5 | x=5",
        "y = 2x+3 | 2x + 3",
        // numbers by value
        "58500 | 58,500",
        "2.50 | 2.5",
        "0.5 | \\frac{1}{2}",
        "\\frac{2}{4} | \\frac{1}{2}",
        "-4 | -4.0"
      })
  void same(String predicted, String gold) {
    assertTrue(EqualValue.same(predicted, gold), () -> Spelling.of(predicted));
    assertTrue(EqualValue.same(gold, predicted), () -> Spelling.of(gold));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p+q | p-q",
        "\\frac{x}{yz} | \\frac xyz",
        "\\sqrt{xy} | \\sqrt xy",
        "3 \\pm 1 | 4, 3",
        "(1,2) | (2,1)",
        "(1,2) | 12",
        "1,2 | 12",
        "1,000 | 1,00",
        "12,34 | 1234",
        "\\frac{1}{3} | 0.333",
        "\\frac{1}{0} | \\frac{2}{0}",
        "52_8 | 52",
        "\\leftarrow | arrow",
        "a/b | \\frac{b}{a}",
        "-5 | 5",
        "x \\text{ or } y | x",
        "\\sqrt{12} | \\sqrt{1}2"
      })
  void different(String predicted, String gold) {
    assertFalse(EqualValue.same(predicted, gold));
    assertFalse(EqualValue.same(gold, predicted));
  }
}
