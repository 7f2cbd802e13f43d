package org.densesteer.evaluation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.generation.Arm;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.steering.Steering;

/**
 * Answers by rule. Positive strengths make fewer steps and, at layer 2, right answers; strength −2
 * never ends. The last figure of an answer's NLL tells the size of its batch, as real arithmetic
 * might.
 */
public final class PaperEngine implements AnswerEngine {

  private static final Pattern NUMBER = Pattern.compile("What is ([0-9]+)");

  private final List<List<Row>> batches = new ArrayList<>();
  private int answersLeft = Integer.MAX_VALUE;

  /** Breaks down after this many answers. */
  PaperEngine breakingAfter(int answers) {
    answersLeft = answers;
    return this;
  }

  /** What it was asked so far. */
  List<List<Row>> batches() {
    return batches;
  }

  @Override
  public void answer(
      List<Row> rows, int lanes, int maxNewTokens, Listener listener, SweepControl control) {
    batches.add(rows);
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (control.cancellation().isRequested()) {
        throw new CancellationException();
      }
      if (answersLeft-- == 0) {
        throw new IllegalStateException("out of paper");
      }
      listener.onAnswer(i, trace(rows.get(i), rows.size()));
    }
  }

  @Override
  public int countTokens(String text) {
    return text.split("\\s+").length;
  }

  private static Trace trace(Row row, int batchSize) {
    Matcher matcher = NUMBER.matcher(row.userTurn());
    if (!matcher.find()) {
      throw new IllegalArgumentException(row.userTurn());
    }
    int number = Integer.parseInt(matcher.group(1));
    double push = 0;
    for (Steering steering : row.steerings()) {
      push += steering.vector().direction(steering.layer())[0] * steering.strength();
    }
    List<String> words = words(number, push);
    List<TokenEvent> tokens = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      double nll = 0.1 + Math.abs(push) / 10 + batchSize / 1000.0;
      tokens.add(
          new TokenEvent(
              0, i, words.get(i).hashCode(), words.get(i), nll, 0.5, 1, 0, 0, 0, 0, List.of()));
    }
    return new Trace(
        Arm.baseline(),
        tokens,
        String.join("", words),
        push < -1 ? StopReason.LENGTH : StopReason.END_OF_TEXT,
        new double[] {1, 2},
        10);
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
