package org.densesteer.evaluation.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.evaluation.placebo.PlaceboList;
import org.densesteer.evaluation.plan.ChoiceRule;
import org.densesteer.evaluation.plan.SweepDecoding;
import org.densesteer.evaluation.plan.SweepGrid;
import org.densesteer.evaluation.plan.SweepOrigin;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.plan.SweepSubject;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.problems.Provenance;
import org.densesteer.metrics.answer.AnswerStyle;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/** A small sweep to test with. */
public final class SweepFixture {

  public static final SteeringVector VECTOR =
      new SteeringVector(
          "dense",
          4,
          new TreeMap<>(Map.of(0, direction(1), 1, direction(2), 2, direction(3))),
          VectorMetadata.EMPTY);

  public static final SweepOrigin ORIGIN =
      new SweepOrigin(
          "tiny <model>",
          "a model of paper",
          VECTOR.name(),
          "dense & co.safetensors",
          "sums",
          "typed in",
          List.of("densesteer", "sweep", "--problems", "my sums.jsonl"));

  private SweepFixture() {}

  private static float[] direction(float value) {
    float[] direction = new float[4];
    Arrays.fill(direction, value);
    return direction;
  }

  /** Sums whose gold answer is their number. */
  public static ProblemSet problems(int count) {
    return new ProblemSet(
        "sums",
        IntStream.rangeClosed(1, count)
            .mapToObj(
                i -> new Problem("p" + i, "What is " + i + " + 0?", "" + i, AnswerStyle.GSM8K))
            .toList(),
        Provenance.TYPED);
  }

  public static SweepPlan plan(ProblemSet problems, double split, String placebos, int rows) {
    return new SweepPlan(
        new SweepSubject(
            "model", "float32", SweepSubject.fingerprint(VECTOR), problems.fingerprint()),
        new SweepGrid(List.of(0, 2), List.of(-2.0, 0.0, 1.0, 2.0)),
        PlaceboList.parse(placebos),
        ChoiceRule.ACCURACY,
        split,
        5,
        decoding(200, rows));
  }

  /** Plain addition everywhere, under one line of instruction. */
  public static SweepDecoding decoding(int maxNewTokens, int rows) {
    return new SweepDecoding(
        "Solve: {question}",
        null,
        maxNewTokens,
        Positions.EVERYWHERE,
        Operator.ADD,
        rows,
        TemplateVariables.NONE);
  }
}
