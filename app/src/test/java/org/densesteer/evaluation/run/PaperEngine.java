package org.densesteer.evaluation.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.chat.ChatFrame;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.batch.AnswerRequest;
import org.densesteer.generation.batch.BatchAnswer;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.steering.Steering;

/**
 * Answers by rule. Positive strengths make fewer steps and, at layer 2, right answers; strength −2
 * never ends. The last figure of an answer's NLL tells the size of its batch, as real arithmetic
 * might.
 */
public final class PaperEngine implements AnswerEngine {

  private static final Pattern NUMBER = Pattern.compile("What is ([0-9]+)");

  private final List<List<AnswerRequest>> batches = new ArrayList<>();
  private int answersLeft = Integer.MAX_VALUE;

  /** Breaks down after this many answers. */
  PaperEngine breakingAfter(int answers) {
    answersLeft = answers;
    return this;
  }

  /** What it was asked so far. */
  List<List<AnswerRequest>> batches() {
    return batches;
  }

  /** The turns as they are, a bar between them. */
  @Override
  public Prompt prompt(ChatFrame frame, String userTurn) {
    return new Prompt(
        (frame.system() == null ? "" : frame.system() + "|") + userTurn, new int[] {1});
  }

  @Override
  public void answer(BatchRequest batch, BatchRequest.Listener listener, SweepControl control) {
    List<AnswerRequest> asked = batch.answers();
    batches.add(asked);
    for (int i = asked.size() - 1; i >= 0; i--) {
      if (control.cancellation().isRequested()) {
        throw new CancellationException();
      }
      if (answersLeft-- == 0) {
        throw new IllegalStateException("out of paper");
      }
      listener.onAnswer(i, answer(asked.get(i), asked.size()));
    }
  }

  @Override
  public int countTokens(String text) {
    return text.split("\\s+").length;
  }

  private static BatchAnswer answer(AnswerRequest asked, int batchSize) {
    Matcher matcher = NUMBER.matcher(asked.prompt().text());
    if (!matcher.find()) {
      throw new IllegalArgumentException(asked.prompt().text());
    }
    int number = Integer.parseInt(matcher.group(1));
    double push = 0;
    for (Steering steering : asked.steerings()) {
      push += steering.vector().direction(steering.layer())[0] * steering.strength();
    }
    List<String> words = words(number, push);
    double[] nll = new double[words.size()];
    Arrays.fill(nll, 0.1 + Math.abs(push) / 10 + batchSize / 1000.0);
    return new BatchAnswer(
        words.stream().mapToInt(String::hashCode).toArray(),
        String.join("", words),
        push < -1 ? StopReason.LENGTH : StopReason.END_OF_TEXT,
        nll,
        new double[] {1, 2});
  }

  private static List<String> words(int number, double push) {
    List<String> words = new ArrayList<>();
    if (push < -1) {
      for (int i = 0; i < 60; i++) {
        words.add("again ");
      }
      return words;
    }
    int steps = push > 2.5 ? 2 : push > 0 ? 3 : 4;
    for (int i = 0; i < steps; i++) {
      words.add("Think ");
      words.add("harder.\n\n");
    }
    boolean right = number % 3 != 0 || push > 5;
    words.add("Answer: ");
    words.add(Integer.toString(right ? number : number + 1));
    return words;
  }
}
