package org.densesteer.generation.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.generation.Arm;
import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.RunControl;
import org.densesteer.generation.RunListener;
import org.densesteer.generation.SampleSession;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.generation.WordShift;
import org.densesteer.generation.WordShifts;
import org.densesteer.generation.batch.BatchRequest.Scoring;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with prompts of different length give what each gives alone, observed in lock step. */
class BatchRunTest {

  /** Long enough that lanes which are filled again outgrow their first cache. */
  private static final int TOKENS = 90;

  private static ModelSession session;

  @BeforeAll
  static void open() {
    session = SampleSession.open();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static List<AnswerRequest> requests() {
    Prompt whole =
        session.chatPrompt(
            ChatFrame.PLAIN,
            "Anna has 12 apples. She buys 7 more and gives 5 to Ben. How many has she now?");
    Prompt shorter = session.chatPrompt(ChatFrame.PLAIN.withSystem("Be brief."), "Ben has 4 pens.");
    List<Steering> everywhere = List.of(SampleSession.steering(5, 0.8, Positions.EVERYWHERE));
    return List.of(
        new AnswerRequest(shorter, List.of()),
        new AnswerRequest(whole, List.of()),
        new AnswerRequest(whole, everywhere),
        new AnswerRequest(
            shorter,
            List.of(
                SampleSession.steering(2, -1, Positions.PROMPT_ONLY),
                SampleSession.steering(2, 0.5, Positions.RESPONSE_ONLY))),
        new AnswerRequest(whole, List.of(SampleSession.steering(4, 1.5, Positions.fromStep(3)))),
        new AnswerRequest(whole, List.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void everyAnswerIsTheOneItGivesAlone(int lanes) {
    assertEachAsAlone(session, requests(), lanes);
  }

  static void assertEachAsAlone(ModelSession session, List<AnswerRequest> requests, int lanes) {
    BatchAnswer[] answers = new BatchAnswer[requests.size()];
    BatchRequest batch = new BatchRequest(requests, lanes, TOKENS, () -> id -> false);
    try (BatchJob job = BatchJob.begin(session, batch, (index, a) -> answers[index] = a)) {
      job.finish(new Cancellation());
    }
    for (int i = 0; i < answers.length; i++) {
      AnswerRequest asked = requests.get(i);
      Trace alone = SampleSession.answer(session, asked.prompt(), asked.steerings(), TOKENS);
      assertArrayEquals(alone.tokenIds(), answers[i].tokenIds(), "answer " + i);
      assertEquals(alone.text(), answers[i].text());
      assertEquals(alone.stopReason(), answers[i].stopReason());
      assertArrayEquals(alone.nllWithPrompt(), answers[i].nllWithPrompt(), 1e-4);
      assertArrayEquals(alone.nllResponseOnly(), answers[i].nllResponseOnly(), 1e-4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 16})
  void twinsSeeWhatAnObservedRunSees(int lanes) {
    List<AnswerRequest> requests = requests();
    Sampling sampling = new Sampling(0.8, 0.95, 7);
    BatchAnswer[] answers = new BatchAnswer[requests.size()];
    BatchRequest batch =
        new BatchRequest(
            requests,
            lanes,
            TOKENS,
            sampling,
            Scoring.BY_TWINS,
            () -> id -> false,
            IntStream.range(0, session.info().vocabularySize()).boxed().toList());
    try (BatchJob job = BatchJob.begin(session, batch, (index, a) -> answers[index] = a)) {
      job.finish(new Cancellation());
    }
    for (int i = 0; i < answers.length; i++) {
      AnswerRequest asked = requests.get(i);
      GenerationRequest one =
          new GenerationRequest(
              asked.prompt(), List.of(new Arm("arm", asked.steerings())), sampling, TOKENS, false);
      Trace alone = session.run(one, RunListener.NONE, new RunControl()).join().get(0);
      assertArrayEquals(alone.tokenIds(), answers[i].tokenIds(), "answer " + i);
      assertArrayEquals(alone.nllWithPrompt(), answers[i].nllWithPrompt(), 1e-4);
      assertArrayEquals(alone.nllResponseOnly(), answers[i].nllResponseOnly(), 1e-4);
      double[] kl = alone.tokens().stream().mapToDouble(TokenEvent::kl).toArray();
      assertArrayEquals(kl, answers[i].kl(), 1e-4);
      assertEquals(!asked.steerings().isEmpty(), Arrays.stream(kl).sum() > 0.01, "answer " + i);
      WordShifts words = answers[i].words();
      assertEquals(alone.words().positions(), words.positions());
      for (WordShift shift : alone.words().shifts()) {
        WordShift same = words.of(shift.tokenId()).orElseThrow();
        assertEquals(shift.text(), same.text());
        assertEquals(shift.nats(), same.nats(), 1e-2);
        assertEquals(shift.expected(), same.expected(), 1e-3);
      }
    }
  }

  @Test
  void tokensAloneAreNotScored() {
    List<BatchAnswer> answers = new ArrayList<>();
    BatchRequest batch =
        new BatchRequest(requests(), 4, TOKENS, Sampling.GREEDY, Scoring.NONE, () -> id -> false);
    try (BatchJob job = BatchJob.begin(session, batch, (index, answer) -> answers.add(answer))) {
      job.finish(new Cancellation());
    }
    assertEquals(requests().size(), answers.size());
    for (BatchAnswer answer : answers) {
      assertTrue(answer.tokenIds().length > 0);
      assertEquals(0, answer.nllWithPrompt().length);
      assertEquals(0, answer.nllResponseOnly().length);
    }
  }

  @Test
  void twinsNeedASecondLane() {
    FaultException fault =
        assertThrows(
            FaultException.class,
            () ->
                new BatchRequest(
                    requests(), 1, TOKENS, Sampling.GREEDY, Scoring.BY_TWINS, () -> id -> false));
    assertEquals("A batch with twins needs at least two lanes, not one.", fault.getMessage());
  }

  @Test
  void aWatchEndsItsOwnAnswerAlone() {
    AtomicInteger made = new AtomicInteger();
    List<String> ends = new ArrayList<>();
    BatchRequest batch =
        new BatchRequest(
            requests().subList(1, 3),
            2,
            TOKENS,
            () -> {
              AtomicInteger tokens = new AtomicInteger();
              boolean first = made.getAndIncrement() == 0;
              return id -> tokens.incrementAndGet() == 3 && first;
            });
    try (BatchJob job =
        BatchJob.begin(
            session,
            batch,
            (index, answer) ->
                ends.add(index + " " + (answer.tokenIds().length == 3) + answer.stopReason()))) {
      job.finish(new Cancellation());
    }
    assertEquals(List.of("0 true" + StopReason.LENGTH, "1 false" + StopReason.END_OF_TEXT), ends);
  }

  @Test
  void aPromptThatLeavesNoRoomIsRefusedBeforeAnythingIsComputed() {
    Prompt tooLong = session.rawPrompt(new int[session.info().maxPositions()]);
    BatchRequest batch =
        new BatchRequest(
            List.of(new AnswerRequest(tooLong, List.of())), 1, TOKENS, () -> id -> false);
    FaultException fault =
        assertThrows(
            FaultException.class, () -> BatchJob.begin(session, batch, (index, answer) -> {}));
    assertEquals(
        "A prompt has 1024 tokens, which leaves the model no room to answer.", fault.getMessage());
  }

  @Test
  void aBatchEndsWithItsSession() {
    BatchRequest batch = new BatchRequest(requests(), 2, TOKENS, () -> id -> false);
    ModelSession own = SampleSession.open();
    try (BatchJob job = BatchJob.begin(own, batch, (index, answer) -> {})) {
      assertTrue(job.advance(new Cancellation()));
      own.close();
      assertThrows(CancellationException.class, () -> job.advance(new Cancellation()));
    }
  }
}
