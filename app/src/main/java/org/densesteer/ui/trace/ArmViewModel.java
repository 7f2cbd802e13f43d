package org.densesteer.ui.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.evaluation.results.Repetition;
import org.densesteer.generation.SteeringChange;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.metrics.ReasoningMeasures;
import org.densesteer.metrics.StepMeasures;
import org.densesteer.metrics.TraceMeasures;
import org.densesteer.metrics.TraceMeter;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunChange;
import org.densesteer.notebook.RunFloor;
import org.densesteer.notebook.RunSteering;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.Lists;
import org.jspecify.annotations.Nullable;

/**
 * One arm as its pane and the charts show it. Fed once a pulse with what came since; all methods
 * are for the window's thread.
 */
public final class ArmViewModel {

  private final String name;
  private final int colourIndex;
  private final ToIntFunction<String> tokenCount;
  private final DecodingSpeed speed;
  private final TraceMeter meter;
  private final ResponseText response = new ResponseText();

  private final ObservableList<StepMeasures> steps = FXCollections.observableArrayList();
  private final ObservableList<StepMeasures> stepsView =
      FXCollections.unmodifiableObservableList(steps);
  private final ReadOnlyObjectWrapper<AnswerMeasures> measures;
  private final ReadOnlyObjectWrapper<@Nullable AskedArm> asked = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RunArm> recorded = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Run> run = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable GivenAnswer> answer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ReasoningMeasures> reasoning =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper tokensPerSecond = new ReadOnlyDoubleWrapper();
  private final ReadOnlyDoubleWrapper measuredPush = new ReadOnlyDoubleWrapper(Double.NaN);
  private final ReadOnlyObjectWrapper<PromptProgress> reading =
      new ReadOnlyObjectWrapper<>(PromptProgress.NONE);
  private final ReadOnlyObjectWrapper<ArmState> state = new ReadOnlyObjectWrapper<>(ArmState.EMPTY);
  private final ReadOnlyObjectWrapper<List<RunSteering>> steerings =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<RunChange>> changes =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper repeats = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Staleness> staleness =
      new ReadOnlyObjectWrapper<>(Staleness.NONE);

  private final ReadOnlyObjectWrapper<@Nullable RunFloor> floor = new ReadOnlyObjectWrapper<>();

  private final ReadOnlyBooleanWrapper expectsFloor = new ReadOnlyBooleanWrapper();

  private MeasuredPush push = new MeasuredPush();
  private Repetition repetition = new Repetition();

  /**
   * An arm that has said nothing yet.
   *
   * @param name what the pane is headed with
   * @param colourIndex 0 for the baseline, 1 for the steered arm, 2 to 9 for further ones
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
    this.speed = new DecodingSpeed(nanoTime);
    this.meter = new TraceMeter(tokenCount);
    this.measures = new ReadOnlyObjectWrapper<>(meter.measures().answer());
  }

  /** Forgets everything, for a new run. */
  public void reset() {
    response.clear();
    meter.reset();
    push = new MeasuredPush();
    repetition = new Repetition();
    repeats.set(false);
    measuredPush.set(push.mean());
    asked.set(null);
    recorded.set(null);
    run.set(null);
    answer.set(null);
    reasoning.set(null);
    speed.restart();
    tokensPerSecond.set(0);
    steerings.set(List.of());
    changes.set(List.of());
    staleness.set(Staleness.NONE);
    floor.set(null);
    reading.set(PromptProgress.NONE);
    state.set(ArmState.EMPTY);
    measured(meter.measures());
  }

  /** Says what steers it from its beginning on; empty for an unsteered arm. */
  public void steer(List<Steering> atFirst) {
    steerings.set(RunSteering.all(atFirst));
  }

  /** Says what it was asked, for a new run. */
  public void ask(AskedArm now) {
    asked.set(now);
    steerings.set(now.steerings());
  }

  /** It is steered anew. */
  public void steered(SteeringChange change) {
    steered(RunChange.of(change));
  }

  /** It was steered anew, as recorded. */
  public void steered(RunChange change) {
    List<RunChange> all = new ArrayList<>(changes.get());
    all.add(change);
    changes.set(List.copyOf(all));
  }

  /** What the chat template was given for this answer, for charts and exports. */
  public TemplateVariables variables() {
    AskedArm now = asked.get();
    return now == null ? TemplateVariables.NONE : now.frame().variables();
  }

  /** Its prompt is being read. */
  public void reading(int tokens, int all) {
    if (state.get() == ArmState.EMPTY) {
      reading.set(new PromptProgress(tokens, all));
    }
  }

  /** Takes the tokens that came since the last time, in order. */
  public void accept(List<TokenEvent> tokens) {
    if (tokens.isEmpty()) {
      return;
    }
    reading.set(PromptProgress.NONE);
    response.append(tokens);
    tokens.forEach(meter::accept);
    tokens.forEach(token -> repetition.accept(token.tokenId()));
    repeats.set(repetition.found());
    push.accept(tokens);
    measuredPush.set(push.mean());
    tokensPerSecond.set(speed.accept(tokens));
    if (!state.get().ended()) {
      state.set(ArmState.RUNNING);
    }
    measured(meter.measures());
  }

  /** No further token will come; the trace may still. */
  public void end(StopReason reason) {
    reading.set(PromptProgress.NONE);
    state.set(ArmState.after(reason));
  }

  /** Nobody waits for further tokens; an answer that is complete stays so. */
  public void leave() {
    if (!state.get().ended()) {
      end(StopReason.CANCELLED);
    }
  }

  /**
   * Takes the finished answer, with the figures that can be known only now.
   *
   * @param gold checks the answer; null when no gold answer is known
   */
  public void finish(Trace finished, @Nullable AnswerChecker gold) {
    finish(RunArm.of(finished, tokenCount, gold));
  }

  /** Takes a finished answer as it was recorded, of this run or an earlier one. */
  public void finish(RunArm finished) {
    if (response.size() != finished.answer().tokens().size()) {
      response.clear();
      response.append(finished.answer().tokens());
      push = new MeasuredPush();
      push.accept(finished.answer().tokens());
      measuredPush.set(push.mean());
    }
    steerings.set(finished.steerings());
    changes.set(finished.changes());
    repeats.set(finished.figures().repeats());
    tokensPerSecond.set(finished.answer().tokensPerSecond());
    measured(finished.figures().measures());
    recorded.set(finished);
    answer.set(GivenAnswer.of(finished.figures().given()));
    reasoning.set(finished.figures().reasoning());
    end(finished.answer().stopReason());
  }

  /** Says which run its answer belongs to, once all of that run is known. */
  public void belongTo(Run whole) {
    run.set(whole);
  }

  /** Says whether random directions of equal push will answer behind it. */
  public void expectFloor(boolean expected) {
    expectsFloor.set(expected);
  }

  /** Says what random directions of equal push did; null for nothing. */
  public void standOn(@Nullable RunFloor random) {
    floor.set(random);
  }

  /** Says how it differs from what the next run would be. */
  public void become(Staleness now) {
    staleness.set(now);
  }

  private void measured(TraceMeasures now) {
    measures.set(now.answer());
    Lists.become(steps, now.perStep());
  }

  /** What the pane is headed with. */
  public String name() {
    return name;
  }

  /** Which of the arms' colours is its own: {@code -ds-arm-0} to {@code -ds-arm-9}. */
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

  /** What it was asked; null before the first run. */
  public ReadOnlyObjectProperty<@Nullable AskedArm> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /** The finished answer with all that is known of it; null before the end. */
  public ReadOnlyObjectProperty<@Nullable RunArm> recordedProperty() {
    return recorded.getReadOnlyProperty();
  }

  /** The run that its answer belongs to; null until all of that run has ended. */
  public ReadOnlyObjectProperty<@Nullable Run> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** Where it was steered anew while it was written, in order. */
  public ReadOnlyObjectProperty<List<RunChange>> changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** Whether random directions of equal push are to answer behind it. */
  ReadOnlyBooleanProperty expectsFloorProperty() {
    return expectsFloor.getReadOnlyProperty();
  }

  /** What random directions of equal push did; null while that is not known. */
  public ReadOnlyObjectProperty<@Nullable RunFloor> floorProperty() {
    return floor.getReadOnlyProperty();
  }

  /** Whether the answer repeats itself, by the rule of the sweep. */
  public ReadOnlyBooleanProperty repeatsProperty() {
    return repeats.getReadOnlyProperty();
  }

  /** How it differs from what the next run would be. */
  public ReadOnlyObjectProperty<Staleness> stalenessProperty() {
    return staleness.getReadOnlyProperty();
  }

  /** Steps, tokens, density and both NLLs so far. */
  public ReadOnlyObjectProperty<AnswerMeasures> measuresProperty() {
    return measures.getReadOnlyProperty();
  }

  /** What was answered; null before the end. */
  public ReadOnlyObjectProperty<@Nullable GivenAnswer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Figures of the reasoning block and of what follows; null without a block or before the end. */
  public ReadOnlyObjectProperty<@Nullable ReasoningMeasures> reasoningProperty() {
    return reasoning.getReadOnlyProperty();
  }

  /** How far its prompt is read, while it is. */
  public ReadOnlyObjectProperty<PromptProgress> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Speed of decoding, tokens per second; 0 while unknown. */
  public ReadOnlyDoubleProperty tokensPerSecondProperty() {
    return tokensPerSecond.getReadOnlyProperty();
  }

  /** Mean ‖Δh‖ / ‖h‖ over the tokens whose hidden states were moved; NaN before the first token. */
  public ReadOnlyDoubleProperty measuredPushProperty() {
    return measuredPush.getReadOnlyProperty();
  }

  /** What steered it at its beginning; empty for an unsteered arm. */
  public ReadOnlyObjectProperty<List<RunSteering>> steeringsProperty() {
    return steerings.getReadOnlyProperty();
  }

  /** How far the arm has come. */
  public ReadOnlyObjectProperty<ArmState> stateProperty() {
    return state.getReadOnlyProperty();
  }
}
