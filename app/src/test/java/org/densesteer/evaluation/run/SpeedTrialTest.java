package org.densesteer.evaluation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.densesteer.chat.ChatFrame;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.steering.Gate;
import org.junit.jupiter.api.Test;

class SpeedTrialTest {

  private static final long TENTH = 100_000_000L;

  private final long[] now = {0};
  private final List<Integer> asked = new ArrayList<>();

  /** Answers one after the other in twenty tokens of a tenth of a second each. */
  private final AnswerEngine engine =
      new AnswerEngine() {
        @Override
        public Prompt prompt(ChatFrame frame, String userTurn) {
          return new Prompt(userTurn, new int[] {1});
        }

        @Override
        public void answer(
            BatchRequest batch, BatchRequest.Listener listener, SweepControl control) {
          asked.add(batch.answers().size());
          for (int i = 0; i < batch.answers().size(); i++) {
            IntPredicate watch = batch.watches().get();
            for (int token = 0; token < 20; token++) {
              now[0] += TENTH;
              if (watch.test(token)) {
                break;
              }
            }
          }
        }

        @Override
        public int countTokens(String text) {
          return 0;
        }
      };

  private SweepSpeed measure(double seconds) {
    ProblemSet problems = SweepFixture.problems(4);
    SweepPlan plan = SweepFixture.plan(problems, 0, "", 8);
    return SpeedTrial.measure(
        plan,
        problems,
        SweepFixture.VECTOR,
        Gate.CONSTANT,
        engine,
        seconds,
        () -> now[0],
        new SweepControl());
  }

  @Test
  void asManyAnswersAsGrowAtOnceAreMeasured() {
    assertEquals(new SweepSpeed(10, 20, 0), measure(60));
    assertEquals(List.of(8), asked);
  }

  /** Five answers end within ten seconds; three are given up at their first token. */
  @Test
  void whatIsGivenUpCountsForTheSpeedAndNotForTheLength() {
    SweepSpeed speed = measure(10);
    assertEquals(new SweepSpeed(10, 20, 3 / 8.0), speed);
    // 5/8 · 20 + 3/8 · 100 = 50 tokens an answer, 10 a second.
    assertEquals(500, speed.seconds(100, 100), 1e-9);
  }
}
