package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.SampleSession;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.Trace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionModelTest {

  private static final int[] LONG_AND_SHORT = {120, 12};

  private static ModelSession session;
  private static SessionModel model;

  @BeforeAll
  static void open() {
    session = SampleSession.open();
    model = new SessionModel(session, () -> token -> false);
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @Test
  void answersAreTheGreedyOnesAndSayWhetherTheyAreWhole() {
    String question = "Anna has 12 apples and buys 7 more. How many?";
    int[] prompt = model.prompt(ChatFrame.PLAIN, question);
    for (int most : LONG_AND_SHORT) {
      Map<Integer, String> answers = new TreeMap<>();
      model.answer(
          List.of(prompt, prompt),
          most,
          (chat, text, whole) -> answers.put(chat, whole + " " + text),
          new Cancellation());
      Trace alone =
          SampleSession.answer(
              session, session.chatPrompt(ChatFrame.PLAIN, question), List.of(), most);
      assertEquals(most == 120, alone.stopReason() == StopReason.END_OF_TEXT);
      String expected = (most == 120) + " " + alone.text();
      assertEquals(Map.of(0, expected, 1, expected), answers);
    }
  }

  @Test
  void aCancelledBatchSaysSo() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    List<int[]> prompts = List.of(model.prompt(ChatFrame.PLAIN, "Hello?"));
    assertThrows(
        CancellationException.class,
        () -> model.answer(prompts, 10, (chat, text, whole) -> {}, cancellation));
  }
}
