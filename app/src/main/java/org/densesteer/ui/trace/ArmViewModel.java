package org.densesteer.ui.trace;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.metrics.StepMeasures;
import org.densesteer.metrics.TraceMeasures;
import org.densesteer.metrics.TraceMeter;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.metrics.answer.PredictedAnswer;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;

/**
 * One arm as its pane and the charts show it. Fed once a pulse with what came since; all methods
 * are for the window's thread.
 */
public final class ArmViewModel {

  private final String name;
  private final int colourIndex;
  private final ToIntFunction<String> tokenCount;
  private final LongSupplier nanoTime;
  private final TraceMeter meter;
  private final ResponseText response = new ResponseText();

  private final ObservableList<StepMeasures> steps = FXCollections.observableArrayList();
  private final ObservableList<StepMeasures> stepsView =
      FXCollections.unmodifiableObservableList(steps);
  private final ReadOnlyObjectWrapper<AnswerMeasures> measures;
  private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Verdict> verdict =
      new ReadOnlyObjectWrapper<>(Verdict.UNKNOWN);
  private final ReadOnlyDoubleWrapper tokensPerSecond = new ReadOnlyDoubleWrapper();
  private final ReadOnlyObjectWrapper<ArmState> state = new ReadOnlyObjectWrapper<>(ArmState.EMPTY);
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();

  private final ReadOnlyObjectWrapper<List<Steering>> steerings =
      new ReadOnlyObjectWrapper<>(List.of());

  private double[] nllResponseOnly = {};
  private @Nullable Trace trace;
  private long firstTokenNanos;

  /**
   * An arm that has said nothing yet.
   *
   * @param name what the pane is headed with
   * @param colourIndex 0 for the baseline, 1 for the steered arm, 2 to 5 for further ones
   * @param tokenCount how many tokens a text alone has, without special tokens
   */
  public ArmViewModel(String name, int colourIndex, ToIntFunction<String> tokenCount) {
    this(name, colourIndex, tokenCount, System::nanoTime);
  }

  ArmViewModel(
      String name, int colourIndex, ToIntFunction<String> tokenCount, LongSupplier nanoTime) {
    this.name = name;
    this.colourIndex = colourIndex;
    this.tokenCount = tokenCount;
    this.nanoTime = nanoTime;
    this.meter = new TraceMeter(tokenCount);
    this.measures = new ReadOnlyObjectWrapper<>(meter.measures().answer());
  }

  /** Forgets everything, for a new run. */
  public void reset() {
    response.clear();
    meter.reset();
    nllResponseOnly = new double[0];
    trace = null;
    answer.set("");
    verdict.set(Verdict.UNKNOWN);
    tokensPerSecond.set(0);
    state.set(ArmState.EMPTY);
    show(meter.measures());
  }

  /** Says what steers it from now on; empty for an unsteered arm. */
  public void steer(List<Steering> now) {
    steerings.set(List.copyOf(now));
  }

  /** Takes the tokens that came since the last time, in order. */
  public void accept(List<TokenEvent> tokens) {
    if (tokens.isEmpty()) {
      return;
    }
    if (response.size() == 0) {
      firstTokenNanos = nanoTime.getAsLong();
    }
    for (TokenEvent token : tokens) {
      response.add(token);
      meter.accept(token);
    }
    long nanos = nanoTime.getAsLong() - firstTokenNanos;
    if (nanos > 0 && response.size() > tokens.size()) {
      tokensPerSecond.set(response.size() * 1e9 / nanos);
    }
    if (!state.get().ended()) {
      state.set(ArmState.RUNNING);
    }
    show(meter.measures());
  }

  /** No further token will come; the trace may still. */
  public void end(StopReason reason) {
    state.set(ArmState.after(reason));
    revision.set(revision.get() + 1);
  }

  /**
   * Takes the finished answer, with the figures that can be known only now.
   *
   * @param gold checks the answer; null when no gold answer is known
   */
  public void finish(Trace finished, @Nullable AnswerChecker gold) {
    if (response.size() != finished.tokens().size()) {
      response.clear();
      finished.tokens().forEach(response::add);
    }
    trace = finished;
    nllResponseOnly = finished.nllResponseOnly().clone();
    tokensPerSecond.set(finished.tokensPerSecond());
    answer.set(
        (gold == null ? PredictedAnswer.of(finished.text()) : gold.predicted(finished.text()))
            .orElse(""));
    if (gold != null) {
      verdict.set(gold.isCorrect(finished.text()) ? Verdict.RIGHT : Verdict.WRONG);
    }
    state.set(ArmState.after(finished.stopReason()));
    show(TraceMeasures.of(finished, tokenCount));
  }

  private void show(TraceMeasures now) {
    measures.set(now.answer());
    List<StepMeasures> perStep = now.perStep();
    if (steps.size() > perStep.size()) {
      steps.remove(perStep.size(), steps.size());
    }
    for (int i = 0; i < perStep.size(); i++) {
      if (i == steps.size()) {
        steps.add(perStep.get(i));
      } else if (!steps.get(i).equals(perStep.get(i))) {
        steps.set(i, perStep.get(i));
      }
    }
    revision.set(revision.get() + 1);
  }

  /** What the pane is headed with. */
  public String name() {
    return name;
  }

  /** Which of the arms' colours is its own: {@code -ds-arm-0} to {@code -ds-arm-5}. */
  public int colourIndex() {
    return colourIndex;
  }

  /** The tokens so far and their text. */
  public ResponseText response() {
    return response;
  }

  /** The reasoning steps so far; while tokens come, only the last ones change. */
  public ObservableList<StepMeasures> steps() {
    return stepsView;
  }

  /** −ln p in nats of all tokens but the first, the response alone; empty before the end. */
  public double[] nllResponseOnly() {
    return nllResponseOnly.clone();
  }

  /** The finished answer; null before the end. */
  public @Nullable Trace trace() {
    return trace;
  }

  /** Steps, tokens, density and both NLLs so far. */
  public ReadOnlyObjectProperty<AnswerMeasures> measuresProperty() {
    return measures.getReadOnlyProperty();
  }

  /** The answer given, empty before the end or when there is none. */
  public ReadOnlyStringProperty answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Whether the answer is right. */
  public ReadOnlyObjectProperty<Verdict> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /** Speed of decoding, tokens per second; 0 while unknown. */
  public ReadOnlyDoubleProperty tokensPerSecondProperty() {
    return tokensPerSecond.getReadOnlyProperty();
  }

  /** What steers it, as it was asked for last; empty for an unsteered arm. */
  public ReadOnlyObjectProperty<List<Steering>> steeringsProperty() {
    return steerings.getReadOnlyProperty();
  }

  /** How far the arm has come. */
  public ReadOnlyObjectProperty<ArmState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Counts up whenever anything of the arm changed. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }
}
