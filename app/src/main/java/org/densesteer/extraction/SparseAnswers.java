package org.densesteer.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.steering.Steps;
import org.jspecify.annotations.Nullable;

/**
 * The sparse side of pairs by DenseSteer's recipe: the model's own greedy answers, where they are
 * right. Answers that were cut off and answers of a single step are left out: the one has no end to
 * read, the other no steps to merge.
 */
public final class SparseAnswers {

  private static final int AT_ONCE = 8;

  private final ExtractionModel model;
  private final QuestionTemplate template;
  private final ChatFrame frame;
  private final int maxNewTokens;

  /**
   * Asks a loaded model.
   *
   * @param template the user turn that a question is put into
   * @param frame what the prompt has around it
   * @param maxNewTokens most tokens of an answer
   */
  public SparseAnswers(
      ExtractionModel model, QuestionTemplate template, ChatFrame frame, int maxNewTokens) {
    this.model = model;
    this.template = template;
    this.frame = frame;
    this.maxNewTokens = maxNewTokens;
  }

  /**
   * What came of the questions that were asked.
   *
   * @param kept usable answers
   * @param wrong answers that were not right
   * @param cutOff answers that did not end by themselves
   * @param single right answers of a single step
   */
  public record Outcome(int kept, int wrong, int cutOff, int single) {

    /** How many questions were asked. */
    public int asked() {
      return kept + wrong + cutOff + single;
    }
  }

  /**
   * Asks the questions in their order, a batch at a time, until enough answers are usable.
   *
   * @param wanted how many are enough
   * @param onKept hears of each usable answer in the order of the questions, as soon as its batch
   *     is finished
   * @throws FaultException when no answer is wanted, or the model cannot be asked
   * @throws java.util.concurrent.CancellationException when cancelled; what was heard of stands
   */
  public Outcome collect(
      List<SolvedQuestion> questions,
      int wanted,
      Consumer<PairDraft> onKept,
      Progress progress,
      Cancellation cancellation) {
    if (wanted < 1) {
      throw new FaultException("At least 1 pair is needed, not " + wanted + ".");
    }
    Tally tally = new Tally();
    for (int from = 0; from < questions.size() && tally.kept < wanted; from += AT_ONCE) {
      cancellation.check();
      progress.update(
          Texts.of("Asked %d, kept %d of %d", from, tally.kept, wanted),
          Math.max((double) tally.kept / wanted, (double) from / questions.size()));
      List<SolvedQuestion> batch =
          questions.subList(from, Math.min(from + AT_ONCE, questions.size()));
      for (PairDraft draft : usable(batch, tally, cancellation)) {
        if (tally.kept < wanted) {
          tally.kept++;
          onKept.accept(draft);
        }
      }
    }
    return new Outcome(tally.kept, tally.wrong, tally.cutOff, tally.single);
  }

  private List<PairDraft> usable(
      List<SolvedQuestion> batch, Tally tally, Cancellation cancellation) {
    List<int[]> prompts =
        batch.stream().map(q -> model.prompt(frame, template.fill(q.question()))).toList();
    @Nullable PairDraft[] drafts = new PairDraft[batch.size()];
    model.answer(
        prompts,
        maxNewTokens,
        (chat, text, whole) -> drafts[chat] = judged(batch.get(chat), text.strip(), whole, tally),
        cancellation);
    List<PairDraft> usable = new ArrayList<>();
    for (PairDraft draft : drafts) {
      if (draft != null) {
        usable.add(draft);
      }
    }
    return usable;
  }

  private static @Nullable PairDraft judged(
      SolvedQuestion question, String answer, boolean whole, Tally tally) {
    if (!whole) {
      tally.cutOff++;
    } else if (!question.gold().checker().isCorrect(answer)) {
      tally.wrong++;
    } else if (Steps.count(answer) < 2) {
      tally.single++;
    } else {
      return new PairDraft(question.question(), answer, "", question.gold());
    }
    return null;
  }

  /** Counts while the answers come in. */
  private static final class Tally {
    int kept;
    int wrong;
    int cutOff;
    int single;
  }
}
