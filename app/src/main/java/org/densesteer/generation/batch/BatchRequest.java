package org.densesteer.generation.batch;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.densesteer.common.FaultException;
import org.densesteer.generation.Sampling;

/**
 * Answers to prompts of their own, in lock step.
 *
 * @param answers what is asked for, at least one answer; the same answers in the same order with
 *     the same {@code lanes} give the same tokens
 * @param lanes most answers that grow at once, each in a row of the decoder; an answer that has
 *     ended makes room for the next
 * @param maxNewTokens most tokens an answer may have
 * @param sampling how tokens are chosen
 * @param scoring where an answer's figures come from
 * @param watches makes for every answer a watch that takes each of its tokens and says whether it
 *     should end there
 * @param words ids of the tokens of which is told how much likelier steering made them, in answers
 *     with a twin; may be empty
 */
public record BatchRequest(
    List<AnswerRequest> answers,
    int lanes,
    int maxNewTokens,
    Sampling sampling,
    Scoring scoring,
    Supplier<IntPredicate> watches,
    List<Integer> words) {

  /** Without a word of single tokens. */
  public BatchRequest(
      List<AnswerRequest> answers,
      int lanes,
      int maxNewTokens,
      Sampling sampling,
      Scoring scoring,
      Supplier<IntPredicate> watches) {
    this(answers, lanes, maxNewTokens, sampling, scoring, watches, List.of());
  }

  /** Greedily, with a repetition penalty, scored when they have ended. */
  public BatchRequest(
      List<AnswerRequest> answers,
      int lanes,
      int maxNewTokens,
      double repetitionPenalty,
      Supplier<IntPredicate> watches) {
    this(
        answers,
        lanes,
        maxNewTokens,
        Sampling.greedy(repetitionPenalty),
        Scoring.WHEN_ENDED,
        watches);
  }

  /** The same without a repetition penalty. */
  public BatchRequest(
      List<AnswerRequest> answers, int lanes, int maxNewTokens, Supplier<IntPredicate> watches) {
    this(answers, lanes, maxNewTokens, 1, watches);
  }

  /** Where the figures of an answer come from. */
  public enum Scoring {
    /** Nowhere: its tokens are all that is wanted. */
    NONE,
    /** Both NLL conventions from passes over the finished text. */
    WHEN_ENDED,
    /**
     * NLL with prompt and KL divergence from a twin, a lane that reads the text unsteered while it
     * grows, as in a run of the window; the NLL of the response alone from a pass over it.
     */
    BY_TWINS
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
    words = List.copyOf(words);
    if (answers.isEmpty()) {
      throw new FaultException("A batch needs at least one answer.");
    }
    if (lanes < 1) {
      throw new FaultException("A batch needs at least one lane, not " + lanes + ".");
    }
    if (scoring == Scoring.BY_TWINS && lanes < 2) {
      throw new FaultException("A batch with twins needs at least two lanes, not one.");
    }
    if (lanes < 2 && answers.stream().anyMatch(AnswerRequest::asksKl)) {
      throw new FaultException("A batch with a KL budget needs at least two lanes, not one.");
    }
    if (maxNewTokens < 1) {
      throw new FaultException("An answer must be allowed at least one token.");
    }
  }

  /** Whether an answer has a twin: where figures come from twins, or its gate looks at one. */
  boolean twinned(AnswerRequest answer) {
    return answer.steered() && (scoring == Scoring.BY_TWINS || answer.asksKl());
  }

  /** Whether an answer's tokens are observed. */
  boolean observed(AnswerRequest answer) {
    return scoring == Scoring.BY_TWINS || answer.asksKl() || answer.asksProbability();
  }
}
