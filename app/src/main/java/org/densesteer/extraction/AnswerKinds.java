package org.densesteer.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.batch.AnswerRequest;
import org.densesteer.generation.batch.BatchAnswer;
import org.densesteer.generation.batch.BatchJob;
import org.densesteer.generation.batch.BatchRequest;

/**
 * A model's own answers, told apart by whether they say some words. Of each kind those at even
 * places make a probe, and those at odd places are held out.
 *
 * @param with what answers with the words are given to, in the order of the questions
 * @param without the prompts of the others
 * @param texts for a probe: the texts up to where the words have just been said, and of the other
 *     answers every third place; those held out stand at odd places, as {@link ProbeSearch} has it
 */
public record AnswerKinds(List<Prompt> with, List<Prompt> without, ProbeTexts texts) {

  private static final int LANES = 64;
  private static final int STRIDE = 3;

  /** Freezes the lists. */
  public AnswerKinds {
    with = List.copyOf(with);
    without = List.copyOf(without);
  }

  /** Prompts of answers that the probe has not seen. */
  public static <T> List<T> heldOut(List<T> kind) {
    List<T> odd = new ArrayList<>();
    for (int i = 1; i < kind.size(); i += 2) {
      odd.add(kind.get(i));
    }
    return odd;
  }

  /**
   * Lets the unsteered model answer greedily.
   *
   * @param words what answers of the first kind say
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static AnswerKinds of(
      ModelSession session,
      List<Prompt> prompts,
      String words,
      int maxNewTokens,
      Cancellation cancellation) {
    BatchAnswer[] answers = new BatchAnswer[prompts.size()];
    BatchRequest request =
        new BatchRequest(
            prompts.stream().map(prompt -> new AnswerRequest(prompt, List.of())).toList(),
            LANES,
            maxNewTokens,
            Sampling.GREEDY,
            BatchRequest.Scoring.NONE,
            () -> token -> false);
    try (BatchJob job =
        BatchJob.begin(session, request, (index, answer) -> answers[index] = answer)) {
      job.finish(cancellation);
    }
    return of(prompts, List.of(answers), words);
  }

  static AnswerKinds of(List<Prompt> prompts, List<BatchAnswer> answers, String words) {
    List<Prompt> with = new ArrayList<>();
    List<Prompt> without = new ArrayList<>();
    List<int[]> open = new ArrayList<>();
    List<List<int[]>> shut = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < answers.size(); i++) {
      BatchAnswer answer = answers.get(i);
      int said = answer.text().indexOf(words);
      if (said >= 0) {
        with.add(prompts.get(i));
        open.add(text(prompts.get(i), answer, tokens(answer, said + words.length())));
      } else {
        int place = without.size();
        without.add(prompts.get(i));
        // Begins at another token of each answer, so that all sorts of tokens are seen.
        for (int tokens = place % STRIDE; tokens < answer.tokenIds().length; tokens += STRIDE) {
          shut.get(place % 2).add(text(prompts.get(i), answer, tokens));
        }
      }
    }
    return new AnswerKinds(
        with, without, new ProbeTexts(open, alternating(shut.get(0), shut.get(1))));
  }

  /** How many tokens of an answer make so many characters of its text. */
  private static int tokens(BatchAnswer answer, int characters) {
    int[] ends = answer.textEnds();
    int tokens = 0;
    while (tokens < ends.length && (tokens == 0 || ends[tokens - 1] < characters)) {
      tokens++;
    }
    return tokens;
  }

  private static int[] text(Prompt prompt, BatchAnswer answer, int tokens) {
    int[] ids = prompt.tokenIds();
    int[] text = Arrays.copyOf(ids, ids.length + tokens);
    System.arraycopy(answer.tokenIds(), 0, text, ids.length, tokens);
    return text;
  }

  /** Members of both in turn, as many of each as the smaller has. */
  private static <T> List<T> alternating(List<T> even, List<T> odd) {
    List<T> all = new ArrayList<>();
    for (int i = 0; i < Math.min(even.size(), odd.size()); i++) {
      all.add(even.get(i));
      all.add(odd.get(i));
    }
    return all;
  }
}
