package org.densesteer.generation.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.densesteer.generation.WordShifts;
import org.densesteer.generation.batch.BatchRequest.Scoring;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.Sites;

/**
 * Gives finished answers both NLL conventions under the unsteered model, several answers in one
 * pass; an answer whose tokens were seen by a twin needs only the second of them. Steerings often
 * leave an answer as it was, so each text is scored once. Which texts share a pass depends on
 * nothing but the answers and their order.
 */
final class AnswerScoring {

  private static final int ANSWERS_AT_ONCE = 16;
  private static final int POSITIONS_IN_A_PASS = 2048;

  private final Decoder decoder;
  private final Scoring scoring;
  private final BatchRequest.Listener listener;
  private final List<PromptedAnswer> waiting = new ArrayList<>();

  /** Per-token NLL by the ids of the text, each list the text itself. */
  private final Map<List<Integer>, double[]> known = new HashMap<>();

  AnswerScoring(Decoder decoder, Scoring scoring, BatchRequest.Listener listener) {
    this.decoder = decoder;
    this.scoring = scoring;
    this.listener = listener;
  }

  /** Takes a finished answer; the listener hears of it once enough wait. */
  void add(PromptedAnswer answer) {
    waiting.add(answer);
    if (waiting.size() == ANSWERS_AT_ONCE) {
      flush();
    }
  }

  /** Scores what waits. */
  void flush() {
    List<PromptedAnswer> answers = List.copyOf(waiting);
    waiting.clear();
    score(
        answers.stream()
            .flatMap(this::texts)
            .filter(text -> !text.isEmpty() && !known.containsKey(text))
            .distinct()
            .sorted(Comparator.comparingInt((List<Integer> text) -> text.size()).reversed())
            .toList());
    for (PromptedAnswer answer : answers) {
      SeenTokens seen = scoring == Scoring.BY_TWINS ? answer.seen() : null;
      double[] alone = known.getOrDefault(answer.alone(), new double[0]);
      listener.onAnswer(
          answer.index(),
          new BatchAnswer(
              answer.answer().ids(),
              answer.answer().text(),
              answer.answer().stopReason(),
              seen == null ? withPrompt(answer) : seen.nll(answer.answer().size()),
              alone,
              answer.answer().textEnds(),
              answer.prompt().opensBlock(),
              seen == null ? new double[0] : seen.kl(answer.answer().size()),
              seen == null ? WordShifts.NONE : seen.words()));
    }
  }

  private Stream<List<Integer>> texts(PromptedAnswer answer) {
    return switch (scoring) {
      case NONE -> Stream.of();
      case WHEN_ENDED -> Stream.of(answer.whole(), answer.alone());
      case BY_TWINS -> Stream.of(answer.alone());
    };
  }

  private double[] withPrompt(PromptedAnswer answer) {
    double[] whole = known.getOrDefault(answer.whole(), new double[0]);
    return Arrays.copyOfRange(
        whole, Math.min(answer.promptIds().length - 1, whole.length), whole.length);
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
