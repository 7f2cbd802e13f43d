package org.densesteer.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.densesteer.generation.TokenEvent;

/**
 * Measures a response while it grows. Finished steps are encoded once; a look at the figures
 * encodes the text of the last step only, and only if it changed. Once every token was accepted the
 * figures are those of {@link TraceMeasures#of(org.densesteer.generation.Trace, ToIntFunction)},
 * except that the response-only NLL is NaN: it can be scored only afterwards. Not thread-safe.
 */
public final class TraceMeter {

  private final ToIntFunction<String> tokenCount;
  private final StringBuilder text = new StringBuilder();
  private final List<Step> finished = new ArrayList<>();
  private final List<Integer> finishedTokens = new ArrayList<>();
  private final List<StepTokens> generated = new ArrayList<>();

  private int partStart;
  private int current;
  private String countedText = "";
  private int countedTokens;
  private int responseTokens;
  private double nllSum;

  /**
   * A meter of an empty response.
   *
   * @param tokenCount how many tokens a text alone has, without special tokens
   */
  public TraceMeter(ToIntFunction<String> tokenCount) {
    this.tokenCount = tokenCount;
  }

  /** Takes the next token of the response. */
  public void accept(TokenEvent token) {
    int from = text.length();
    text.append(token.text());
    int visible = WhiteSpace.skip(text, from, text.length());
    boolean pending = visible < text.length();
    int cut = text.indexOf(ReasoningSteps.SEPARATOR, Math.max(partStart, from - 1));
    while (cut >= 0) {
      if (pending && visible < cut) {
        current = finished.size();
        pending = false;
      }
      finishPart(cut);
      cut = text.indexOf(ReasoningSteps.SEPARATOR, partStart);
    }
    if (pending) {
      current = finished.size();
    }
    add(token);
  }

  /** The figures so far; cheap enough to ask for at every repaint. */
  public TraceMeasures measures() {
    List<StepMeasures> perStep = new ArrayList<>(finished.size() + 1);
    for (Step step : finished) {
      perStep.add(measures(step, finishedTokens.get(step.number() - 1)));
    }
    Step open = part(text.length());
    if (!open.text().isEmpty()) {
      perStep.add(measures(open, count(open.text())));
    }
    double nll = responseTokens == 0 ? Double.NaN : nllSum / responseTokens;
    return TraceMeasures.of(perStep, nll, Double.NaN);
  }

  /** Forgets everything, for a new response. */
  public void reset() {
    text.setLength(0);
    finished.clear();
    finishedTokens.clear();
    generated.clear();
    partStart = 0;
    current = 0;
    responseTokens = 0;
    nllSum = 0;
  }

  private void add(TokenEvent token) {
    while (generated.size() <= current) {
      generated.add(new StepTokens());
    }
    generated.get(current).add(token);
    responseTokens++;
    nllSum += token.nll();
  }

  private void finishPart(int end) {
    Step step = part(end);
    if (!step.text().isEmpty()) {
      finished.add(step);
      finishedTokens.add(count(step.text()));
    }
    partStart = end + ReasoningSteps.SEPARATOR.length();
  }

  private Step part(int to) {
    int start = WhiteSpace.skip(text, partStart, to);
    int end = WhiteSpace.skipBack(text, start, to);
    return new Step(finished.size() + 1, start, end, text.substring(start, end));
  }

  private int count(String stepText) {
    if (!stepText.equals(countedText)) {
      countedText = stepText;
      countedTokens = tokenCount.applyAsInt(stepText);
    }
    return countedTokens;
  }

  private StepMeasures measures(Step step, int tokens) {
    int index = step.number() - 1;
    StepTokens own = index < generated.size() ? generated.get(index) : new StepTokens();
    return own.measures(step, tokens);
  }
}
