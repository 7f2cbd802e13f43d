package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.densesteer.chat.ChatFrame;
import org.junit.jupiter.api.Test;

/** What every push is measured against. */
class HiddenNormsTest {

  /** Of the sample model by transformers 5.18.0 with torch 2.13.0, float32, eager attention. */
  private static final double[] EXPECTED = {
    544.9050903320312,
    597.0306396484375,
    638.2999267578125,
    653.8330078125,
    677.323974609375,
    698.1996459960938
  };

  @Test
  void areThoseOfThePromptWhateverWasReadBefore() {
    try (ModelSession session = SampleSession.open()) {
      Prompt prompt =
          session.chatPrompt(
              ChatFrame.PLAIN,
              "Rosa has 27 balls. She drops 8. She gets 13 more. How many balls does Rosa have in"
                  + " the end?");
      session.readPrompt(session.chatPrompt(ChatFrame.PLAIN, "What is 2 + 2?")).join();
      session.readPrompt(session.chatPrompt(ChatFrame.PLAIN, "Ben has 4 pens.")).join();
      assertArrayEquals(EXPECTED, session.readPrompt(prompt).join().hiddenNorms(), 1e-3);
    }
  }
}
