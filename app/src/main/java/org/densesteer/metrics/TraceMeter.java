package org.densesteer.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.densesteer.common.WhiteSpace;
import org.densesteer.generation.TokenEvent;
import org.densesteer.steering.Step;
import org.densesteer.steering.Steps;

/**
 * Measures a response while it grows. Finished steps are encoded once; a look at the figures
 * encodes the text of the last step only, and only if it changed. Once every token was accepted the
 * figures are those of {@link TraceMeasures#of(org.densesteer.generation.Trace, ToIntFunction)},
 * except that the response-only NLL is NaN: it can be scored only afterwards. Not thread-safe.
 */
public final class TraceMeter {

  private final ToIntFunction<String> tokenCount;
  private final List<Integer> finishedTokens = new ArrayList<>();
  private final List<StepTokens> generated = new ArrayList<>();

  private Steps steps = new Steps();
  private int length;
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
    String text = token.text();
    int visible = WhiteSpace.skip(text, 0, text.length());
    int known = steps.finished().size();
    steps.append(text);
    List<Step> finished = steps.finished();
    finished.subList(known, finished.size()).forEach(s -> finishedTokens.add(count(s.text())));
    if (visible < text.length()) {
      current = known;
      while (current < finished.size() && finished.get(current).end() <= length + visible) {
        current++;
      }
    }
    length += text.length();
    add(token);
  }

  /** The figures so far; cheap enough to ask for at every repaint. */
  public TraceMeasures measures() {
    List<StepMeasures> perStep = new ArrayList<>(steps.finished().size() + 1);
    for (Step step : steps.finished()) {
      perStep.add(measures(step, finishedTokens.get(step.number() - 1)));
    }
    steps.unfinished().ifPresent(step -> perStep.add(measures(step, count(step.text()))));
    double nll = responseTokens == 0 ? Double.NaN : nllSum / responseTokens;
    return TraceMeasures.of(perStep, nll, Double.NaN);
  }

  /** Forgets everything, for a new response. */
  public void reset() {
    steps = new Steps();
    finishedTokens.clear();
    generated.clear();
    length = 0;
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
