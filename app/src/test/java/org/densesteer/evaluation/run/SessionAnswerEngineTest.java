package org.densesteer.evaluation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.SampleSession;
import org.densesteer.generation.batch.AnswerRequest;
import org.densesteer.generation.batch.BatchAnswer;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionAnswerEngineTest {

  private static ModelSession session;
  private static SessionAnswerEngine engine;

  @BeforeAll
  static void open() {
    session = SampleSession.open();
    engine = new SessionAnswerEngine(session);
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private Steering steering() {
    int width = session.info().hiddenSize();
    float[] direction = new float[width];
    for (int i = 0; i < width; i++) {
      direction[i] = i % 2 == 0 ? 1 : -1;
    }
    return Steering.everywhere(
        new SteeringVector(
            "test", width, new TreeMap<>(Map.of(1, direction)), VectorMetadata.EMPTY),
        1,
        3);
  }

  private AnswerRequest request(String userTurn, @Nullable String system, Steering... steerings) {
    return new AnswerRequest(
        engine.prompt(ChatFrame.PLAIN.withSystem(system), userTurn), List.of(steerings));
  }

  private Map<Integer, BatchAnswer> answer(Cancellation cancellation, AnswerRequest... requests) {
    Map<Integer, BatchAnswer> answers = new TreeMap<>();
    engine.answer(
        new BatchRequest(List.of(requests), 2, 12, () -> id -> false),
        (index, answer) -> assertEquals(null, answers.put(index, answer)),
        new SweepControl(cancellation));
    return answers;
  }

  @Test
  void answersEverythingOnceAndAlwaysTheSame() {
    AnswerRequest[] requests = {
      request("What is 1 + 1?", null),
      request("What is 1 + 1?", null, steering()),
      request("Name three colours, please.", "Be brief.")
    };
    Map<Integer, BatchAnswer> first = answer(new Cancellation(), requests);
    Map<Integer, BatchAnswer> second = answer(new Cancellation(), requests);
    assertEquals(List.of(0, 1, 2), List.copyOf(first.keySet()));
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(first.get(i).tokenIds(), second.get(i).tokenIds());
      assertArrayEquals(first.get(i).nllResponseOnly(), second.get(i).nllResponseOnly());
    }
  }

  @Test
  void stopsWhenCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    assertThrows(CancellationException.class, () -> answer(cancellation, request("Hello?", null)));
  }

  @Test
  void passesFaultsOn() {
    assertThrows(FaultException.class, () -> engine.prompt(ChatFrame.PLAIN, " "));
    SteeringVector narrow =
        new SteeringVector(
            "narrow", 1, new TreeMap<>(Map.of(0, new float[] {1})), VectorMetadata.EMPTY);
    AnswerRequest wrong = request("Hello?", null, Steering.everywhere(narrow, 0, 1));
    assertThrows(FaultException.class, () -> answer(new Cancellation(), wrong));
  }

  @Test
  void countsTokensLikeTheTokenizer() {
    assertEquals(session.tokenizer().count("one two three"), engine.countTokens("one two three"));
  }
}
