package org.densesteer.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.Sites;

/**
 * Gives finished answers both NLL conventions under the unsteered model, several answers in one
 * pass. Steerings often leave an answer as it was, so each text is scored once. Which texts share a
 * pass depends on nothing but the answers and their order.
 */
final class AnswerScoring {

  private static final int ANSWERS_AT_ONCE = 16;
  private static final int POSITIONS_IN_A_PASS = 2048;

  private final Decoder decoder;
  private final BatchRequest.Listener listener;
  private final List<BatchAnswer> waiting = new ArrayList<>();

  /** Per-token NLL by the ids of the text, each list the text itself. */
  private final Map<List<Integer>, double[]> known = new HashMap<>();

  AnswerScoring(Decoder decoder, BatchRequest.Listener listener) {
    this.decoder = decoder;
    this.listener = listener;
  }

  /** Takes a finished answer; the listener hears of it once enough wait. */
  void add(BatchAnswer answer) {
    waiting.add(answer);
    if (waiting.size() == ANSWERS_AT_ONCE) {
      flush();
    }
  }

  /** Scores what waits. */
  void flush() {
    List<BatchAnswer> answers = List.copyOf(waiting);
    waiting.clear();
    score(
        answers.stream()
            .flatMap(answer -> List.of(whole(answer), alone(answer)).stream())
            .filter(text -> !text.isEmpty() && !known.containsKey(text))
            .distinct()
            .sorted(Comparator.comparingInt((List<Integer> text) -> text.size()).reversed())
            .toList());
    for (BatchAnswer answer : answers) {
      double[] whole = known.getOrDefault(whole(answer), new double[0]);
      double[] withPrompt =
          Arrays.copyOfRange(
              whole, Math.min(answer.promptIds().length - 1, whole.length), whole.length);
      double[] alone = known.getOrDefault(alone(answer), new double[0]);
      listener.onAnswer(answer.index, answer.trace(withPrompt, alone));
    }
  }

  /** Prompt and response; empty when the response is. */
  private static List<Integer> whole(BatchAnswer answer) {
    int[] response = answer.ids();
    return response.length == 0
        ? List.of()
        : IntStream.concat(Arrays.stream(answer.promptIds()), Arrays.stream(response))
            .boxed()
            .toList();
  }

  private static List<Integer> alone(BatchAnswer answer) {
    return Arrays.stream(answer.ids()).boxed().toList();
  }

  /** Texts come longest first, so that those of a pass need little padding. */
  private void score(List<List<Integer>> texts) {
    for (int from = 0; from < texts.size(); ) {
      int count = Math.max(1, POSITIONS_IN_A_PASS / texts.get(from).size());
      List<List<Integer>> pass = texts.subList(from, Math.min(from + count, texts.size()));
      try (Sites none = decoder.sites(List.of())) {
        List<double[]> nll = decoder.nll(pass.stream().map(AnswerScoring::ids).toList(), none);
        for (int i = 0; i < pass.size(); i++) {
          known.put(pass.get(i), nll.get(i));
        }
      }
      from += pass.size();
    }
  }

  private static int[] ids(List<Integer> text) {
    return text.stream().mapToInt(Integer::intValue).toArray();
  }
}
