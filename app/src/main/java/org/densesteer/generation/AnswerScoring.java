package org.densesteer.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.Sites;

/**
 * Gives finished answers both NLL conventions under the unsteered model, several answers in one
 * pass. Which answers share a pass depends on nothing but the answers and their order.
 */
final class AnswerScoring {

  private static final int ANSWERS_AT_ONCE = 16;
  private static final int POSITIONS_IN_A_PASS = 2048;

  /** A text to be scored, and where its figures go. */
  private record Task(int[] text, double[][] out, int slot) {}

  private final Decoder decoder;
  private final BatchRequest.Listener listener;
  private final List<BatchAnswer> waiting = new ArrayList<>();

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
    double[][] whole = new double[answers.size()][];
    double[][] alone = new double[answers.size()][];
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      int[] response = answers.get(i).ids();
      whole[i] = new double[0];
      alone[i] = new double[0];
      if (response.length > 0) {
        IntStream prompt = Arrays.stream(answers.get(i).promptIds());
        tasks.add(new Task(IntStream.concat(prompt, Arrays.stream(response)).toArray(), whole, i));
        tasks.add(new Task(response, alone, i));
      }
    }
    score(tasks);
    for (int i = 0; i < answers.size(); i++) {
      BatchAnswer answer = answers.get(i);
      int from = Math.min(answer.promptIds().length - 1, whole[i].length);
      double[] withPrompt = Arrays.copyOfRange(whole[i], from, whole[i].length);
      listener.onAnswer(answer.index, answer.trace(withPrompt, alone[i]));
    }
  }

  /** Longest first, so that texts of a pass need little padding. */
  private void score(List<Task> tasks) {
    tasks.sort(Comparator.comparingInt((Task task) -> task.text().length).reversed());
    for (int from = 0; from < tasks.size(); ) {
      int width = tasks.get(from).text().length;
      int count = Math.max(1, Math.min(tasks.size() - from, POSITIONS_IN_A_PASS / width));
      List<Task> pass = tasks.subList(from, from + count);
      try (Sites none = decoder.sites(List.of())) {
        List<double[]> nll = decoder.nll(pass.stream().map(Task::text).toList(), none);
        for (int i = 0; i < count; i++) {
          pass.get(i).out()[pass.get(i).slot()] = nll.get(i);
        }
      }
      from += count;
    }
  }
}
