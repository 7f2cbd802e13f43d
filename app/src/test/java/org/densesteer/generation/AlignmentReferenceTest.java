package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Cosines of the blocks' outputs with the sample vector against transformers 5.18.0 on torch 2.13.0
 * in float32, where forward hooks add the vector at layer 4 with λ = 1 and read every block's
 * output.
 */
class AlignmentReferenceTest {

  private static final int[] PROMPT = {
    463, 460, 10, 409, 359, 32, 49, 50, 316, 46, 304, 328, 32, 55, 371, 314, 32, 116, 104, 101, 110,
    356, 32, 53, 32, 116, 111, 265, 46, 275, 367, 359, 263, 374, 63, 464, 10, 463, 458, 10
  };

  private static final int[] RESPONSE = {
    407, 327, 32, 407, 327, 32, 407, 327, 32, 407, 327, 32, 407, 327, 32, 407, 327, 32, 407, 327,
    32, 407, 327, 32, 407, 407, 357, 320, 32, 407, 357, 320, 32, 407, 357, 320, 32, 407, 357, 320
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

  private static Alignment map(List<Steering> steerings) {
    return session
        .alignment(
            session.rawPrompt(PROMPT), RESPONSE, steerings, SampleSession.vector(), block -> {})
        .join();
  }

  private static float[] column(Alignment map, int token) {
    float[] column = new float[map.layers()];
    for (int layer = 0; layer < column.length; layer++) {
      column[layer] = map.cosines()[layer][map.promptLength() + token];
    }
    return column;
  }

  @Test
  void steeredStatesAreThoseOfTheHooks() {
    Alignment map = map(List.of(SampleSession.steering(4, 1, Positions.EVERYWHERE)));
    assertEquals(80, map.positions());
    assertArrayEquals(
        new float[] {-0.04715f, -0.0381f, -0.02396f, 0.06547f, 0.74292f, 0.74674f},
        column(map, 0),
        2e-5f);
    assertArrayEquals(
        new float[] {-0.13806f, -0.0689f, -0.10094f, -0.07281f, 0.84915f, 0.81506f},
        column(map, 20),
        2e-5f);
    assertArrayEquals(
        new float[] {-0.01752f, 0.00044f, -0.02848f, -0.03662f, 0.69698f, 0.67767f},
        column(map, 39),
        2e-5f);
  }

  @Test
  void unsteeredStatesDifferFromTheSteeredLayerOn() {
    assertArrayEquals(
        new float[] {-0.17651f, -0.20341f, -0.19619f, -0.18369f, -0.20143f, -0.13893f},
        column(map(List.of()), 1),
        2e-5f);
  }

  @Test
  void everyBlockIsToldAndAnyCanEndIt() {
    List<Integer> done = new ArrayList<>();
    session
        .alignment(
            session.rawPrompt(PROMPT), RESPONSE, List.of(), SampleSession.vector(), done::add)
        .join();
    assertEquals(List.of(1, 2, 3, 4, 5, 6), done);
    CompletionException ended =
        assertThrows(
            CompletionException.class,
            () ->
                session
                    .alignment(
                        session.rawPrompt(PROMPT),
                        RESPONSE,
                        List.of(),
                        SampleSession.vector(),
                        block -> {
                          throw new CancellationException("cancelled");
                        })
                    .join());
    assertEquals(CancellationException.class, ended.getCause().getClass());
  }
}
