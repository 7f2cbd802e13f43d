package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.junit.jupiter.api.Test;

class SparseAnswersTest {

  private static final int QUESTIONS = 40;

  /** Right in three steps, but wrong for every fifth, cut off for 11 and a single step for 12. */
  private final ScriptedModel model =
      new ScriptedModel(
          chat -> {
            int number = Integer.parseInt(chat.replaceAll("\\D", ""));
            int said = number % 5 == 0 ? number + 1 : number;
            return switch (number) {
              case 11 -> "We think.\n\nStill…";
              case 12 -> "It is 12.";
              default -> " So we add.\n\nThen more.\n\n\\boxed{" + said + "}\n";
            };
          });

  private final List<PairDraft> kept = new ArrayList<>();
  private final List<SolvedQuestion> questions =
      IntStream.range(0, QUESTIONS)
          .mapToObj(i -> new SolvedQuestion("What is " + i + "?", Gold.of("" + i)))
          .toList();

  private SparseAnswers.Outcome collect(int wanted, Cancellation cancellation) {
    return new SparseAnswers(
            model, QuestionTemplate.PLAIN, ChatFrame.PLAIN.withSystem("Be kind. "), 100)
        .collect(questions, wanted, kept::add, Progress.NONE, cancellation);
  }

  @Test
  void rightAnswersAreKeptInTheOrderOfTheQuestions() {
    SparseAnswers.Outcome outcome = collect(QUESTIONS, new Cancellation());
    assertEquals(new SparseAnswers.Outcome(30, 8, 1, 1), outcome);
    assertEquals(QUESTIONS, outcome.asked());
    assertEquals("What is 1?", kept.get(0).question());
    assertEquals("So we add.\n\nThen more.\n\n\\boxed{1}", kept.get(0).sparse());
    assertEquals("", kept.get(0).dense());
    assertEquals(Gold.of("1"), kept.get(0).gold());
    assertEquals("What is 39?", kept.get(29).question());
    assertTrue(model.asked.contains("Be kind. <What is 7?>"));
  }

  @Test
  void askingEndsWithTheBatchInWhichThereAreEnough() {
    assertEquals(9, collect(9, new Cancellation()).kept());
    assertEquals(9, kept.size());
    assertEquals(16, model.asked.size());
  }

  @Test
  void whatWasKeptBeforeCancellingStands() {
    Cancellation cancellation = new Cancellation();
    model.before =
        () -> {
          if (!model.asked.isEmpty()) {
            cancellation.request();
          }
        };
    assertThrows(CancellationException.class, () -> collect(30, cancellation));
    assertEquals(6, kept.size());
  }

  @Test
  void noPairCannotBeWanted() {
    assertThrows(FaultException.class, () -> collect(0, new Cancellation()));
  }
}
