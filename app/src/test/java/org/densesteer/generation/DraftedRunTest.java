package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.decoder.Arithmetic;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer and all its figures are the same to the last bit with any draft and without. */
class DraftedRunTest {

  private static final int TOKENS = 60;

  /** The sample model in a precision; skipped where this processor cannot keep rows apart in it. */
  private static ModelSession open(Precision precision) {
    ModelSession session =
        ModelSession.open(
            EmbeddedFiles.sampleModel(), precision, Progress.NONE, new Cancellation());
    assumeTrue(
        Arithmetic.choose(precision, 1).rowsIndependent(2),
        "This processor does not keep rows apart in " + precision + ".");
    return session;
  }

  private static Prompt prompt(ModelSession session) {
    return session.chatPrompt(
        ChatFrame.PLAIN, "Anna has 12 apples and buys 7 more. She eats 3. How many are left?");
  }

  private static Arm arm(String name, Steering... steerings) {
    return new Arm(name, List.of(steerings));
  }

  private static Steering steering(int layer, double strength) {
    return SampleSession.steering(layer, strength, Positions.EVERYWHERE);
  }

  private static GenerationRequest request(
      ModelSession session, Sampling sampling, boolean endless, Arm... arms) {
    return new GenerationRequest(prompt(session), List.of(arms), sampling, TOKENS, endless);
  }

  private static List<Trace> run(ModelSession session, GenerationRequest request) {
    return session.run(request, RunListener.NONE, new RunControl()).join();
  }

  private static List<int[]> answers(List<Trace> traces) {
    return traces.stream().map(Trace::tokenIds).toList();
  }

  /**
   * A text in which some tokens are those of another: runs of it, runs of something else, pieces
   * left out, put in and said twice.
   */
  private static int[] draft(SplittableRandom random, int[] like, double share) {
    List<Integer> draft = new ArrayList<>();
    int at = 0;
    while (at < like.length) {
      int run = 1 + random.nextInt(12);
      if (random.nextDouble() < share) {
        for (int i = at; i < Math.min(at + run, like.length); i++) {
          draft.add(like[i]);
        }
        at += random.nextInt(5) == 0 ? Math.max(0, run - 4) + 1 : run;
      } else {
        for (int i = random.nextInt(run + 1); i > 0; i--) {
          draft.add(random.nextInt(400));
        }
        at += random.nextInt(run + 1);
      }
    }
    return draft.stream().mapToInt(Integer::intValue).limit(random.nextInt(1, 200)).toArray();
  }

  private static List<int[]> drafts(SplittableRandom random, List<Trace> traces) {
    double share = random.nextInt(5) / 4.0;
    return traces.stream()
        .map(trace -> random.nextInt(8) == 0 ? new int[0] : draft(random, trace.tokenIds(), share))
        .toList();
  }

  static void assertSame(List<Trace> expected, List<Trace> actual) {
    for (int arm = 0; arm < expected.size(); arm++) {
      Trace plain = expected.get(arm);
      Trace drafted = actual.get(arm);
      assertEquals(plain.text(), drafted.text());
      assertEquals(plain.stopReason(), drafted.stopReason());
      assertEquals(plain.tokens().size(), drafted.tokens().size());
      for (int i = 0; i < plain.tokens().size(); i++) {
        assertEquals(plain.tokens().get(i).untimed(), drafted.tokens().get(i).untimed());
      }
      assertTrue(Arrays.equals(plain.nllResponseOnly(), drafted.nllResponseOnly()));
    }
  }

  private static void assertDraftsChangeNothing(
      ModelSession session, GenerationRequest request, int tries) {
    List<Trace> plain = run(session, request);
    assertSame(plain, run(session, request.drafted(answers(plain))));
    SplittableRandom random = new SplittableRandom(request.hashCode());
    for (int i = 0; i < tries; i++) {
      assertSame(plain, run(session, request.drafted(drafts(random, plain))));
    }
  }

  private static final Sampling SAMPLED = new Sampling(1.2, 40, 0.95, 1.1, 5);

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"FLOAT32", "BFLOAT16", "INT8", "INT4"})
  void inEveryPrecisionGreedyAndSampled(Precision precision) {
    try (ModelSession session = open(precision)) {
      for (Sampling sampling : List.of(Sampling.GREEDY, SAMPLED, Sampling.greedy(1.3))) {
        assertDraftsChangeNothing(
            session, request(session, sampling, true, arm("steered", steering(3, 1))), 4);
        assertDraftsChangeNothing(
            session,
            request(session, sampling, false, Arm.baseline(), arm("steered", steering(5, 0.4))),
            4);
      }
    }
  }

  @Test
  void steeredAtEveryLayerWithEveryOperator() {
    try (ModelSession session = open(Precision.FLOAT32)) {
      for (int layer = 0; layer < session.info().layers(); layer++) {
        Operator operator = Operator.values()[layer % Operator.values().length];
        Steering steering =
            new Steering(SampleSession.vector(), layer, 0.8, Positions.EVERYWHERE, operator);
        assertDraftsChangeNothing(
            session, request(session, SAMPLED, true, arm("steered", steering)), 3);
      }
    }
  }

  @Test
  void mixesAndSeveralArmsAndPositionsThatDependOnTheText() {
    try (ModelSession session = open(Precision.FLOAT32)) {
      Steering late = SampleSession.steering(4, 3, Positions.fromStep(2));
      Steering later = SampleSession.steering(5, -2, Positions.fromStep(3));
      Steering response = SampleSession.steering(2, 1, Positions.RESPONSE_ONLY);
      for (Sampling sampling : List.of(Sampling.GREEDY, SAMPLED)) {
        assertDraftsChangeNothing(
            session,
            request(
                session,
                sampling,
                true,
                arm("mix", steering(1, 0.5), steering(3, -0.5), late),
                Arm.baseline(),
                arm("later", later),
                arm("response", response, late)),
            6);
      }
    }
  }

  /** A change that comes with a token holds from the next token on, drafted or not. */
  @Test
  void liveChangesAndAStopTakeHoldAtTheVeryNextToken() {
    try (ModelSession session = open(Precision.FLOAT32)) {
      GenerationRequest request =
          request(session, SAMPLED, true, Arm.baseline(), arm("steered", steering(3, 0.2)));
      List<Trace> plain = changed(session, request);
      assertEquals(30, plain.get(1).tokens().size());
      SplittableRandom random = new SplittableRandom(2);
      for (int i = 0; i < 8; i++) {
        List<int[]> own = i == 0 ? answers(plain) : drafts(random, plain);
        // The baseline has none, so that it has as many tokens when the other arm stops the run.
        List<Trace> drafted = changed(session, request.drafted(List.of(new int[0], own.get(1))));
        assertSame(plain.subList(1, 2), drafted.subList(1, 2));
      }
    }
  }

  private static List<Trace> changed(ModelSession session, GenerationRequest request) {
    RunControl control = new RunControl();
    Consumer<TokenEvent> change =
        event -> {
          if (event.arm() == 1 && event.index() == 10) {
            control.steer(1, List.of(steering(3, 3)));
          } else if (event.arm() == 1 && event.index() == 17) {
            control.steer(1, List.of(steering(5, -1), steering(2, 0.5)));
          } else if (event.arm() == 1 && event.index() == 29) {
            control.cancel();
          }
        };
    return session.run(request, change::accept, control).join();
  }
}
