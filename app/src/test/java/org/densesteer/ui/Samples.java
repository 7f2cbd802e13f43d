package org.densesteer.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.problems.Provenance;
import org.densesteer.metrics.answer.AnswerStyle;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/** Vectors and problems for tests. */
public final class Samples {

  private Samples() {}

  /** A vector whose norms grow with depth, with a recommendation: the last layer, λ 2. */
  public static SteeringVector vector(int layers, int hiddenSize) {
    TreeMap<Integer, float[]> directions = new TreeMap<>();
    for (int layer = 0; layer < layers; layer++) {
      float[] direction = new float[hiddenSize];
      direction[0] = 0.2f + 0.15f * layer * layer;
      directions.put(layer, direction);
    }
    return new SteeringVector(
        "dense-last",
        hiddenSize,
        directions,
        VectorMetadata.EMPTY
            .with(VectorMetadata.RECOMMENDED_LAYER, layers - 1)
            .with(VectorMetadata.RECOMMENDED_STRENGTH, 2)
            .with(VectorMetadata.PAIR_COUNT, 50));
  }

  /** Two hundred problems that all ask for their number. */
  public static ProblemSet problems() {
    List<Problem> problems = new ArrayList<>();
    problems.add(
        new Problem(
            "0",
            "Maya has 37 stamps. Maya buys 14 more. Maya gives away 9. A friend makes it 2 times as"
                + " many. How many stamps does Maya have now?",
            "84",
            AnswerStyle.GSM8K));
    for (int i = 1; i < 200; i++) {
      problems.add(new Problem("" + i, "What is " + i + " + 0?", "" + i, AnswerStyle.GSM8K));
    }
    return new ProblemSet("sample", problems, Provenance.TYPED);
  }
}
