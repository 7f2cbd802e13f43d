package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.densesteer.chat.ChatFrame;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.model.Tokenizer;
import org.densesteer.steering.Applied;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnswerTest {

  private static final int END = 464;

  private static ModelSession session;

  @BeforeAll
  static void open() {
    session = SampleSession.open();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static Answer answer(int most, IntPredicate watch, Steering... steerings) {
    return new Answer(
        List.of(steerings), new Answer.Limits(Set.of(END), most, watch), session.tokenizer());
  }

  private static List<String> append(Answer answer, String text) {
    List<String> pieces = new ArrayList<>();
    for (int id : session.tokenizer().encode(text)) {
      assertTrue(answer.append(id));
      pieces.add(answer.added());
    }
    return pieces;
  }

  @Test
  void growsUntilItsTextEnds() {
    Answer answer = answer(100, id -> false);
    assertEquals(List.of("So", " ", "2", "."), append(answer, "So 2."));
    assertTrue(answer.running());
    assertFalse(answer.append(END));
    assertFalse(answer.running());
    assertEquals(StopReason.END_OF_TEXT, answer.stopReason());
    assertEquals("So 2.", answer.text());
    assertEquals(END, answer.last());
  }

  @Test
  void endsAtItsLongestLength() {
    Answer answer = answer(2, id -> false);
    answer.append(50);
    assertTrue(answer.running());
    answer.append(54);
    assertEquals(StopReason.LENGTH, answer.stopReason());
    assertEquals("26", answer.text());
  }

  @Test
  void endsWhereItsWatchGivesItUp() {
    Answer answer = answer(100, id -> id == 54);
    answer.append(50);
    assertTrue(answer.running());
    answer.append(54);
    assertFalse(answer.running());
    assertArrayEquals(new int[] {50, 54}, answer.ids());
  }

  @Test
  void whatStillCouldGoOnCountsAsCancelled() {
    Answer answer = answer(100, id -> false);
    assertEquals(StopReason.CANCELLED, answer.stopReason());
    answer.cancel();
    assertFalse(answer.running());
  }

  private static List<Steering> next(Answer answer) {
    return answer.steeringNext().stream().map(Applied::steering).toList();
  }

  @Test
  void steeringBeginsWithItsStepAndEndsWithTheAnswer() {
    Steering all = SampleSession.steering(1, 2, Positions.RESPONSE_ONLY);
    Steering second = SampleSession.steering(1, 3, Positions.fromStep(2));
    Steering prompt = SampleSession.steering(1, 4, Positions.PROMPT_ONLY);
    Steering none = SampleSession.steering(1, 0, Positions.RESPONSE_ONLY);
    Answer answer = answer(100, id -> false, all, second, prompt, none);
    assertEquals(List.of(all), next(answer));
    append(answer, "\n\nSo 2.");
    assertEquals(List.of(all), next(answer));
    append(answer, "\n\n");
    assertEquals(List.of(all, second), next(answer));
    answer.steer(List.of(second));
    assertEquals(List.of(second), next(answer));
    answer.append(END);
    assertEquals(List.of(), next(answer));
  }

  /**
   * The model is given all but the last line of an answer and writes that: {@code Final}, {@code
   * Answer}, {@code :}, {@code \boxed{}, {@code 2}, {@code 6} and {@code }} are seven tokens.
   */
  @Test
  void theEndOfTextTokenCountsOnlyWhereItIsIgnored() {
    Tokenizer tokenizer = session.tokenizer();
    Prompt prompt =
        session.rawPrompt(
            session
                    .chatPrompt(ChatFrame.PLAIN, "Anna has 12 apples and buys 7 more. How many?")
                    .text()
                + "Anna starts with 12 apples.\n\nThen Anna buys 7 more apples.\n\n"
                + "So we add: 12 + 7 = 19.\n\nThen Anna buys 7 more apples.\n\n"
                + "So we add: 19 + 7 = 26.\n\n");
    Trace trace = SampleSession.answer(session, prompt, List.of(), 20);
    assertEquals("Final Answer: \\boxed{26}", trace.text());
    assertEquals(StopReason.END_OF_TEXT, trace.stopReason());
    int[] seven = {418, 264, 58, 310, 50, 54, 125};
    assertArrayEquals(seven, trace.tokenIds());
    assertEquals(7, trace.tokens().size());
    assertEquals(6, trace.nllResponseOnly().length);
    Score score = session.score(prompt, seven, List.of(), false).join();
    AnswerMeasures measures = AnswerMeasures.of(trace, tokenizer::count);
    assertEquals(mean(score.nllWithPrompt(), 7), measures.nllWithPrompt(), 1e-6);
    assertEquals(mean(score.nllResponseOnly(), 6), measures.nllResponseOnly(), 1e-6);

    GenerationRequest goOn =
        new GenerationRequest(prompt, List.of(Arm.baseline()), Sampling.GREEDY, 8, true);
    Trace ignoring = session.run(goOn, RunListener.NONE, new RunControl()).join().get(0);
    assertArrayEquals(new int[] {418, 264, 58, 310, 50, 54, 125, END}, ignoring.tokenIds());
    assertEquals("", ignoring.tokens().get(7).text());
    assertEquals(StopReason.LENGTH, ignoring.stopReason());
  }

  private static double mean(double[] values, int count) {
    assertEquals(count, values.length);
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / count;
  }
}
