package org.densesteer.evaluation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Trace;
import org.densesteer.model.Precision;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Runs a small reference checkpoint where it lies beside the project. */
@TestInstance(Lifecycle.PER_CLASS)
class SessionAnswerEngineTest {

  private static final Path CHECKPOINT = Path.of("../shared/reference/qwen2-tied");

  private @Nullable ModelSession session;
  private @Nullable SessionAnswerEngine engine;

  @BeforeAll
  void open() {
    assumeTrue(Files.isDirectory(CHECKPOINT), () -> "needs " + CHECKPOINT);
    session = ModelSession.open(CHECKPOINT, Precision.FLOAT32, Progress.NONE, new Cancellation());
    engine = new SessionAnswerEngine(session);
  }

  @AfterAll
  void close() {
    if (session != null) {
      session.close();
    }
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

  private Map<Integer, Trace> answer(List<AnswerEngine.Row> rows, Cancellation cancellation) {
    Map<Integer, Trace> traces = new TreeMap<>();
    engine.answer(
        rows,
        2,
        12,
        (row, trace) -> assertEquals(null, traces.put(row, trace)),
        new SweepControl(cancellation));
    return traces;
  }

  @Test
  void answersEveryRowOnceAndAlwaysTheSame() {
    List<AnswerEngine.Row> rows =
        List.of(
            new AnswerEngine.Row("What is 1 + 1?", ChatFrame.PLAIN, List.of()),
            new AnswerEngine.Row("What is 1 + 1?", ChatFrame.PLAIN, List.of(steering())),
            new AnswerEngine.Row(
                "Name three colours, please.", ChatFrame.PLAIN.withSystem("Be brief."), List.of()));
    Map<Integer, Trace> first = answer(rows, new Cancellation());
    Map<Integer, Trace> second = answer(rows, new Cancellation());
    assertEquals(List.of(0, 1, 2), List.copyOf(first.keySet()));
    for (int row = 0; row < 3; row++) {
      assertArrayEquals(first.get(row).tokenIds(), second.get(row).tokenIds());
      assertArrayEquals(first.get(row).nllResponseOnly(), second.get(row).nllResponseOnly());
    }
  }

  @Test
  void stopsWhenCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    List<AnswerEngine.Row> rows =
        List.of(new AnswerEngine.Row("Hello?", ChatFrame.PLAIN, List.of()));
    assertThrows(CancellationException.class, () -> answer(rows, cancellation));
  }

  @Test
  void passesFaultsOn() {
    List<AnswerEngine.Row> blank = List.of(new AnswerEngine.Row(" ", ChatFrame.PLAIN, List.of()));
    assertThrows(FaultException.class, () -> answer(blank, new Cancellation()));
    SteeringVector narrow =
        new SteeringVector(
            "narrow", 1, new TreeMap<>(Map.of(0, new float[] {1})), VectorMetadata.EMPTY);
    List<AnswerEngine.Row> wrong =
        List.of(
            new AnswerEngine.Row(
                "Hello?", ChatFrame.PLAIN, List.of(Steering.everywhere(narrow, 0, 1))));
    assertThrows(FaultException.class, () -> answer(wrong, new Cancellation()));
  }

  @Test
  void countsTokensLikeTheTokenizer() {
    assertEquals(session.tokenizer().count("one two three"), engine.countTokens("one two three"));
  }
}
