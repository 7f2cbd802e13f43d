package org.densesteer.generation.batch;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.densesteer.common.FaultException;

/**
 * Answers to prompts of their own, greedily and in lock step.
 *
 * @param answers what is asked for, at least one answer; the same answers in the same order with
 *     the same {@code lanes} give the same tokens
 * @param lanes most answers that grow at once, each in a row of the decoder; an answer that has
 *     ended makes room for the next
 * @param maxNewTokens most tokens an answer may have
 * @param repetitionPenalty as in {@link org.densesteer.generation.Sampling}; 1 for none
 * @param watches makes for every answer a watch that takes each of its tokens and says whether it
 *     should end there
 */
public record BatchRequest(
    List<AnswerRequest> answers,
    int lanes,
    int maxNewTokens,
    double repetitionPenalty,
    Supplier<IntPredicate> watches) {

  /** Without a repetition penalty. */
  public BatchRequest(
      List<AnswerRequest> answers, int lanes, int maxNewTokens, Supplier<IntPredicate> watches) {
    this(answers, lanes, maxNewTokens, 1, watches);
  }

  /** Hears of finished answers, one call at a time. */
  @FunctionalInterface
  public interface Listener {

    /**
     * An answer has ended.
     *
     * @param index its place in the request
     */
    void onAnswer(int index, BatchAnswer answer);
  }

  /** Freezes the list and checks the numbers. */
  public BatchRequest {
    answers = List.copyOf(answers);
    if (answers.isEmpty()) {
      throw new FaultException("A batch needs at least one answer.");
    }
    if (lanes < 1) {
      throw new FaultException("A batch needs at least one lane, not " + lanes + ".");
    }
    if (maxNewTokens < 1) {
      throw new FaultException("An answer must be allowed at least one token.");
    }
  }
}
