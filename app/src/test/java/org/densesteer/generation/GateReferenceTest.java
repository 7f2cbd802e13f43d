package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Gate;
import org.densesteer.steering.GateText;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Probe;
import org.densesteer.steering.Steering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Gated answers of the sample model against transformers 5.18.0 on torch 2.13.0 in float32, where
 * forward hooks add the vector with λ·g(t), read the cosine in front of that, and every pass
 * computes the whole text anew. The steered vector is the sample model's, at layer 4 with λ = 1.
 */
class GateReferenceTest {

  private static final int LAYER = 4;
  private static final int[] PROMPT = {
    463, 460, 10, 409, 359, 32, 49, 50, 316, 46, 304, 328, 32, 55, 371, 314, 32, 116, 104, 101, 110,
    356, 32, 53, 32, 116, 111, 265, 46, 275, 367, 359, 263, 374, 63, 464, 10, 463, 458, 10
  };

  private static ModelSession session;

  @BeforeAll
  static void open() {
    session = SampleSession.open();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static Trace run(Gate gate) {
    Steering steering =
        new Steering(SampleSession.vector(), LAYER, 1, Positions.EVERYWHERE, Operator.ADD, gate);
    return SampleSession.answer(session, session.rawPrompt(PROMPT), List.of(steering), 40);
  }

  private static Gate gate(String text) {
    return GateText.parse(text, (name, layer) -> new Probe(SampleSession.vector(), layer));
  }

  private static double[] strengths(Trace trace) {
    return trace.tokens().stream().mapToDouble(TokenEvent::strength).toArray();
  }

  private static double[] kl(Trace trace, int... places) {
    return Arrays.stream(places).mapToDouble(i -> trace.tokens().get(i).kl()).toArray();
  }

  /** 1 at some tokens, 0 at the others of 40. */
  private static double[] open(int... tokens) {
    double[] strengths = new double[40];
    Arrays.stream(tokens).forEach(token -> strengths[token] = 1);
    return strengths;
  }

  @Test
  void aCurve() {
    Trace trace = run(gate("curve:0=1,20=0"));
    assertArrayEquals(
        new int[] {
          407, 327, 32, 407, 327, 32, 407, 327, 32, 407, 327, 32, 407, 327, 32, 55, 44, 32, 49, 50,
          258, 32, 55, 261, 32, 49, 57, 44, 314, 313, 357, 320, 32, 53, 44, 32, 49, 57, 259, 32
        },
        trace.tokenIds());
    for (int t = 0; t < 40; t++) {
      assertEquals(Math.max(0, 1 - t / 20.0), strengths(trace)[t], 1e-12);
    }
    assertArrayEquals(
        new double[] {0.85757, 0.11504, 1.44978, 13.20373, 12.80798, 0.09372},
        kl(trace, 0, 1, 2, 3, 9, 33),
        1e-4);
  }

  @Test
  void lowConfidence() {
    Trace trace = run(gate("confidence<0.9"));
    assertArrayEquals(
        new int[] {
          407, 327, 32, 55, 44, 32, 49, 50, 258, 32, 55, 261, 32, 49, 57, 44, 314, 313, 355, 32, 51,
          44, 32, 49, 57, 258, 32, 51, 261, 32, 50, 50, 46, 256, 407, 357, 320, 32, 55, 44
        },
        trace.tokenIds());
    assertArrayEquals(open(0, 1, 4, 5, 16, 19, 21, 22, 35, 39), strengths(trace));
    assertArrayEquals(
        new double[] {0.85757, 1.08067, 2.4571, 2.61081, 5.3865}, kl(trace, 0, 3, 4, 20, 38), 1e-4);
  }

  @Test
  void aBudget() {
    Trace trace = run(gate("kl:0.05"));
    assertArrayEquals(
        new int[] {
          407, 327, 32, 55, 44, 32, 49, 50, 258, 32, 55, 261, 32, 49, 57, 44, 314, 313, 355, 32, 55,
          44, 32, 49, 57, 258, 32, 55, 261, 32, 50, 54, 46, 256, 407, 357, 320, 32, 53, 44
        },
        trace.tokenIds());
    double[] strengths = open(0);
    System.arraycopy(new double[] {0.09239, 0.22817, 0.35713, 0.47754}, 0, strengths, 35, 4);
    assertArrayEquals(strengths, strengths(trace), 1e-4);
    assertArrayEquals(new double[] {0.85757, 1.07952, 5.40154}, kl(trace, 0, 3, 38), 1e-3);
  }

  @Test
  void aCosineBelowTheSteeredLayer() {
    Trace trace = run(gate("cosine:sample@3>0.1"));
    assertArrayEquals(
        new int[] {
          407, 327, 32, 55, 44, 32, 49, 50, 258, 32, 55, 261, 32, 49, 454, 359, 399, 318, 367, 44,
          314, 313, 357, 320, 32, 55, 44, 32, 51, 50, 259, 32, 55, 261, 32, 50, 53, 46, 256, 407
        },
        trace.tokenIds());
    assertArrayEquals(open(0, 1, 14, 20, 23), strengths(trace));
    assertArrayEquals(
        new double[] {1.08067, 15.43907, 7.01658, 4.85369}, kl(trace, 3, 14, 20, 23), 1e-3);
  }

  /** It reads the hidden state before the vector is added to it. */
  @Test
  void aCosineAtTheSteeredLayer() {
    Trace trace = run(new CosineGate(new Probe(SampleSession.vector(), LAYER), 0.1));
    assertArrayEquals(
        new int[] {
          407, 327, 32, 55, 44, 32, 49, 50, 258, 32, 55, 261, 32, 49, 57, 44, 314, 313, 355, 32, 55,
          44, 32, 49, 57, 258, 32, 55, 261, 32, 50, 407, 357, 320, 32, 53, 44, 32, 50, 57
        },
        trace.tokenIds());
    assertArrayEquals(open(0, 1, 31, 33), strengths(trace));
    assertArrayEquals(new double[] {13.20602, 0.41925, 7.45538}, kl(trace, 31, 33, 39), 1e-3);
  }
}
