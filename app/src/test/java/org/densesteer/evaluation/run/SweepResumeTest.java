package org.densesteer.evaluation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.densesteer.chat.ChatFrame;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.placebo.PlaceboList;
import org.densesteer.evaluation.plan.ChoiceRule;
import org.densesteer.evaluation.plan.SweepDecoding;
import org.densesteer.evaluation.plan.SweepGrid;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.SampleSession;
import org.densesteer.generation.batch.AnswerRequest;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepResumeTest {

  private static final ProblemSet PROBLEMS = SweepFixture.problems(5);

  private static ModelSession session;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    session = SampleSession.open();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static SweepSetup setup(double split) {
    float[] direction = new float[session.info().hiddenSize()];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = (float) (100 * Math.sin(i));
    }
    SteeringVector vector =
        new SteeringVector(
            "wave",
            direction.length,
            new TreeMap<>(Map.of(0, direction, 1, direction)),
            VectorMetadata.EMPTY);
    return new SweepSetup(
        session.info(),
        vector,
        PROBLEMS,
        new SweepSetup.Sources("model folder", "wave.pt", "sums.jsonl"),
        new SweepGrid(List.of(0, 1), List.of(-2.0, 0.0, 2.0)),
        PlaceboList.parse("random:2,flip,concise"),
        ChoiceRule.ACCURACY,
        split,
        3,
        new SweepDecoding(
            SweepDecoding.QUESTION,
            null,
            12,
            Positions.EVERYWHERE,
            Operator.ADD,
            4,
            TemplateVariables.NONE));
  }

  private static SweepResults run(
      SweepSetup setup, Path out, boolean resume, int stopAfter, AtomicInteger computed) {
    SweepControl control = new SweepControl();
    SessionAnswerEngine engine = new SessionAnswerEngine(session);
    AnswerEngine counting =
        new AnswerEngine() {
          @Override
          public Prompt prompt(ChatFrame frame, String userTurn) {
            return engine.prompt(frame, userTurn);
          }

          @Override
          public void answer(BatchRequest batch, BatchRequest.Listener listener, SweepControl own) {
            computed.addAndGet(batch.answers().size());
            engine.answer(batch, listener, own);
          }

          @Override
          public int countTokens(String text) {
            return engine.countTokens(text);
          }
        };
    AtomicInteger heard = new AtomicInteger();
    return new SweepRunner(setup.plan(), setup.problems(), setup.vector(), counting)
        .run(
            new SweepFolder(out),
            setup.origin(out),
            resume,
            answer -> {
              if (heard.incrementAndGet() == stopAfter) {
                control.cancel();
              }
            },
            Progress.NONE,
            control);
  }

  @Test
  void aSweepThatWasStoppedGivesTheSameBytesWhenResumed() throws Exception {
    SweepSetup setup = setup(0.4);
    Path whole = folder.resolve("whole");
    Path parts = folder.resolve("parts");
    AtomicInteger atOnce = new AtomicInteger();
    run(setup, whole, false, Integer.MAX_VALUE, atOnce);
    AtomicInteger before = new AtomicInteger();
    assertThrows(CancellationException.class, () -> run(setup, parts, false, 6, before));
    AtomicInteger after = new AtomicInteger();
    run(setup, parts, true, Integer.MAX_VALUE, after);
    assertTrue(before.get() > 0 && before.get() < atOnce.get(), "stopped midway");
    assertTrue(after.get() < atOnce.get(), "whole batches are not computed again");
    for (String name : List.of("answers.jsonl", "cells.csv", "problems.jsonl")) {
      assertArrayEquals(
          Files.readAllBytes(whole.resolve(name)), Files.readAllBytes(parts.resolve(name)), name);
    }
    AtomicInteger again = new AtomicInteger();
    run(setup, parts, true, Integer.MAX_VALUE, again);
    assertEquals(0, again.get());
  }

  @Test
  void strengthZeroOfTheVectorIsTheBaseline() {
    SessionAnswerEngine engine = new SessionAnswerEngine(session);
    SteeringVector vector = setup(0).vector();
    int[][] ids = new int[3][];
    Prompt prompt = engine.prompt(ChatFrame.PLAIN, "What is 2 + 2?");
    List<AnswerRequest> requests =
        List.of(
            new AnswerRequest(prompt, List.of()),
            new AnswerRequest(prompt, List.of(Steering.everywhere(vector, 1, 0))),
            new AnswerRequest(prompt, List.of(Steering.everywhere(vector, 1, 8))));
    engine.answer(
        new BatchRequest(requests, 3, 16, () -> id -> false),
        (index, answer) -> ids[index] = answer.tokenIds(),
        new SweepControl());
    assertArrayEquals(ids[0], ids[1]);
    assertTrue(!Arrays.equals(ids[0], ids[2]), "a strong push changes the answer");
  }
}
