package org.densesteer.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.densesteer.evaluation.plan.AnswerKey;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.results.AnswerTable;
import org.densesteer.evaluation.results.PlainAnswers;
import org.densesteer.evaluation.run.SweepFixture;
import org.junit.jupiter.api.Test;

class ExamplePickerTest {

  private static final SweepArm CHOSEN = SweepArm.cell(1, 2);

  private final AnswerTable answers = new AnswerTable();
  private final List<Problem> problems = SweepFixture.problems(6).problems();

  private void answer(SweepArm arm, int problem, boolean correct, double density) {
    answers.add(
        PlainAnswers.of(
            new AnswerKey(arm, "p" + problem),
            "text",
            null,
            correct,
            1,
            1,
            density,
            0,
            0,
            1,
            false,
            false));
  }

  private List<String> pick(long seed) {
    return ExamplePicker.pick(problems, answers, CHOSEN, seed).stream()
        .map(example -> example.why() + " " + example.problem().id())
        .toList();
  }

  @Test
  void picksByCorrectnessThenDensity() {
    boolean[][] correct = {
      {true, true}, {false, true}, {false, true}, {true, false}, {true, false}
    };
    double[] denser = {9, 1, 2, 3, -1};
    for (int i = 0; i < 5; i++) {
      answer(SweepArm.BASELINE, i + 1, correct[i][0], 10);
      answer(CHOSEN, i + 1, correct[i][1], 10 + denser[i]);
    }
    answer(CHOSEN, 6, true, 99);
    List<String> picked = pick(1);
    assertEquals(List.of("Best p3", "Worst p5"), picked.subList(0, 2));
    assertEquals(4, picked.size());
    assertEquals(picked, pick(1));
  }

  @Test
  void picksNoProblemTwice() {
    answer(SweepArm.BASELINE, 1, true, 10);
    answer(CHOSEN, 1, true, 10);
    assertEquals(List.of("Best p1"), pick(1));
  }
}
