package org.densesteer.diagnosis;

import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Score;
import org.densesteer.model.Precision;

/** Whether the sample model computes here what it computes elsewhere. */
final class SelfTest {

  private static final int[] IDS = {5, 17, 42, 99, 7, 250, 3, 128};
  private static final int[] COLUMNS = {0, 1, 10, 50, 100, 200, 256, 300};

  /**
   * Logits of those tokens behind the last id, by transformers 5.18.0 with torch 2.13.0, float32.
   */
  private static final double[] EXPECTED = {
    -5.72399, -5.423, -1.07829, 4.92362, 1.44713, -5.72232, -0.70765, -1.11026
  };

  /** Between kernels of different processors float32 differs by some 1e-5 here. */
  private static final double TOLERANCE = 1e-3;

  private SelfTest() {}

  /**
   * Runs it.
   *
   * @throws FaultException when the logits are others, or there are none
   */
  static String run() {
    long begin = System.nanoTime();
    double worst = 0;
    try (ModelSession session =
        ModelSession.open(
            EmbeddedFiles.sampleModel(), Precision.FLOAT32, Progress.NONE, new Cancellation())) {
      Score score = session.score(session.rawPrompt(IDS), new int[0], List.of(), true).join();
      int last = (score.positions() - 1) * score.vocabularySize();
      for (int i = 0; i < COLUMNS.length; i++) {
        double off = Math.abs(score.logits()[last + COLUMNS[i]] - EXPECTED[i]);
        worst = off <= worst ? worst : off;
      }
    }
    if (!(worst <= TOLERANCE)) {
      throw new FaultException(
          Texts.of(
              "The sample model does not compute what it should: a logit is off by %.2g.", worst));
    }
    return Texts.of(
        "the sample model's logits are right to %.0e (%.1f s)",
        Math.max(worst, 1e-7), (System.nanoTime() - begin) / 1e9);
  }
}
