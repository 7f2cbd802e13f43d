package org.densesteer.evaluation.strip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Json;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.SampleSession;
import org.densesteer.generation.Sampling;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The sample model's strips against transformers 5.18.0 with torch 2.13.0 (float32, eager
 * attention) and a plain forward hook. The figures were made by reference_strip.py.
 */
class StripReferenceTest {

  private static ModelSession session;
  private static JsonNode reference;
  private static Prompt prompt;

  @BeforeAll
  static void open() throws IOException {
    session = SampleSession.open();
    try (InputStream in =
        StripReferenceTest.class.getResourceAsStream("/evaluation/reference-strip.json")) {
      reference = Json.STRICT.readTree(Objects.requireNonNull(in));
    }
    prompt = session.chatPrompt(ChatFrame.PLAIN, reference.get("question").asText());
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static StripSteering steering(JsonNode at) {
    Positions positions = Positions.parse(at.get("positions").asText());
    return new StripSteering(SampleSession.vector(), positions, Operator.ADD);
  }

  private static StripCell cell(JsonNode at) {
    return new StripCell(at.get("layer").asInt(), at.get("strength").asDouble(), 0);
  }

  @Test
  void logOddsAreThoseOfAPlainHook() {
    assertArrayEquals(
        Json.STRICT.convertValue(reference.get("prompt"), int[].class), prompt.tokenIds());
    LogOdds.Choice choice =
        new LogOdds.Choice(
            prompt,
            session.tokenizer().encode(reference.get("first_text").asText()),
            session.tokenizer().encode(reference.get("second_text").asText()));
    JsonNode cases = reference.get("log_odds");
    for (int i = 1; i < cases.size(); i++) {
      JsonNode at = cases.get(i);
      LogOdds odds =
          LogOdds.of(
              session, choice, steering(at), List.of(cell(at)), List.of(), new Cancellation());
      assertRow(cases.get(0), odds.baseline());
      assertRow(at, odds.rows().get(0));
    }
  }

  private static void assertRow(JsonNode expected, LogOddsRow row) {
    double first = expected.get("first").asDouble();
    double second = expected.get("second").asDouble();
    assertEquals(first, row.first(), 1e-3, expected::toString);
    assertEquals(second, row.second(), 1e-3, expected::toString);
    assertEquals(first - second, row.logOdds(), 1e-3, expected::toString);
  }

  @Test
  void klAndNllOfAWholeAnswerAreThoseOfAPlainHook() {
    for (JsonNode at : reference.get("rows")) {
      StripRunner runner =
          new StripRunner(
              new SessionStripModel(session),
              steering(at),
              List.of(new StripQuestion(prompt, null)),
              Sampling.GREEDY,
              200);
      Strip strip = runner.run(List.of(cell(at)), List.of(1L), new Cancellation());
      StripAnswer answer = strip.rows().get(0).answers().get(0);
      int[] ids = Json.STRICT.convertValue(at.get("ids"), int[].class);
      assertEquals(session.tokenizer().decode(ids), answer.text());
      assertEquals(at.get("kl").asDouble(), answer.kl(), 1e-4);
      assertEquals(at.get("nll").asDouble(), answer.measures().nllWithPrompt(), 1e-4);
    }
  }
}
