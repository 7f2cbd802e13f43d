package org.densesteer.ui.sweep;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import org.densesteer.common.FaultException;
import org.densesteer.common.Latest;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.run.AnswerEngine;
import org.densesteer.evaluation.run.SpeedTrial;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.run.SweepSpeed;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.jspecify.annotations.Nullable;

/** How long the form's sweep will take, by a speed that was measured of its model. */
final class SweepEstimate {

  private static final double TRIAL_SECONDS = 4;

  private final SweepForm form;
  private final ModelViewModel models;
  private final SpeedBook book;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final ObjectProperty<SpeedBook.@Nullable Entry> known = new SimpleObjectProperty<>();
  private final SimpleBooleanProperty measuring = new SimpleBooleanProperty();
  private final ObservableValue<Long> answerCount;
  private final StringBinding text;
  private final BooleanBinding measurable;
  private final Latest latest = new Latest();

  /**
   * Creates the estimate.
   *
   * @param sweeping whether a sweep is under way, beside which nothing is measured
   */
  SweepEstimate(
      SweepForm form,
      ModelViewModel models,
      SpeedBook book,
      ObservableBooleanValue sweeping,
      TaskRunner tasks,
      Notices notices,
      Clock clock,
      LongSupplier nanoTime) {
    this.form = form;
    this.models = models;
    this.book = book;
    this.tasks = tasks;
    this.notices = notices;
    this.clock = clock;
    this.nanoTime = nanoTime;
    answerCount = form.answersProperty();
    text =
        Bindings.createStringBinding(
            this::text, known, measuring, answerCount, form.maxTokensProperty());
    measurable =
        Bindings.createBooleanBinding(
            () ->
                answerCount.getValue() > 0
                    && models.engineProperty().get() != null
                    && !measuring.get()
                    && !sweeping.get(),
            answerCount,
            models.engineProperty(),
            measuring,
            sweeping);
    models.engineProperty().subscribe(this::lookUp);
  }

  private void lookUp(@Nullable RunEngine engine) {
    known.set(null);
    Latest.Turn turn = latest.start();
    if (engine != null) {
      String model = engine.info().fingerprint();
      String precision = engine.info().precision();
      tasks.start(
          "Reading measured speeds",
          (progress, cancellation) -> book.find(model, precision, fault -> {}).orElse(null),
          turn.only(known::set),
          notices::fail);
    }
  }

  private String text() {
    long answers = answerCount.getValue();
    if (answers == 0) {
      return "";
    }
    if (measuring.get()) {
      return "Measuring the speed of this model.";
    }
    SpeedBook.Entry entry = known.get();
    return entry == null
        ? EstimateWords.unknown(answers)
        : EstimateWords.of(answers, form.maxTokensProperty().get(), entry);
  }

  /** Answers the form's first problems for a few seconds. */
  void measure() {
    RunEngine engine = models.engineProperty().get();
    SweepSetup setup;
    try {
      setup = form.setup();
    } catch (FaultException e) {
      notices.fail(e);
      return;
    }
    if (engine == null || measuring.get()) {
      return;
    }
    measuring.set(true);
    SweepPlan plan = setup.plan();
    AnswerEngine answers = engine.answers();
    tasks.start(
        "Measuring the speed of " + engine.info().name(),
        (progress, cancellation) -> {
          try (answers) {
            SweepSpeed speed =
                SpeedTrial.measure(
                    plan,
                    setup.problems(),
                    setup.vector(),
                    setup.gate().gate(),
                    answers,
                    TRIAL_SECONDS,
                    nanoTime,
                    new SweepControl(cancellation));
            return kept(plan, speed, false);
          }
        },
        entry -> {
          measuring.set(false);
          take(plan, entry);
        },
        failure -> {
          measuring.set(false);
          notices.fail(failure);
        });
  }

  /** Takes what a sweep that ended was measured at. */
  void swept(SweepPlan plan, SweepSpeed speed) {
    tasks.start(
        "Noting the speed",
        (progress, cancellation) -> kept(plan, speed, true),
        entry -> take(plan, entry),
        notices::fail);
  }

  private SpeedBook.Entry kept(SweepPlan plan, SweepSpeed speed, boolean bySweep) {
    SpeedBook.Entry entry = SpeedBook.Entry.of(speed, Instant.now(clock), bySweep);
    book.note(plan.subject().model(), plan.subject().precision(), entry, fault -> {});
    return entry;
  }

  private void take(SweepPlan plan, SpeedBook.Entry entry) {
    RunEngine engine = models.engineProperty().get();
    if (engine != null
        && engine.info().fingerprint().equals(plan.subject().model())
        && engine.info().precision().equals(plan.subject().precision())) {
      latest.forget();
      known.set(entry);
    }
  }

  /** How long, and by what that is known; empty while the form cannot be run. */
  ObservableStringValue textProperty() {
    return text;
  }

  /** Whether the speed can be measured now. */
  BooleanBinding measurableProperty() {
    return measurable;
  }
}
