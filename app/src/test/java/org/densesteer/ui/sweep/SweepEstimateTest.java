package org.densesteer.ui.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javafx.beans.property.SimpleBooleanProperty;
import org.densesteer.evaluation.plan.AnswerKey;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.results.PlainAnswers;
import org.densesteer.evaluation.results.SweepAnswer;
import org.densesteer.evaluation.run.SweepSpeed;
import org.densesteer.ui.ViewModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepEstimateTest {

  @TempDir Path sweeps;

  private final ViewModels parts = new ViewModels();
  private final SweepForm form = new SweepForm(parts.models, parts.prompts, parts.steering);

  private SweepEstimate estimate() {
    return new SweepEstimate(
        form,
        parts.models,
        new SpeedBook(sweeps),
        new SimpleBooleanProperty(),
        parts.tasks,
        parts.notices,
        Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC),
        System::nanoTime);
  }

  private void small() {
    form.layersProperty().set("1,3");
    form.strengthsProperty().set("0:2:1");
    form.placebosProperty().set("");
    form.splitProperty().set(0);
    form.limitProperty().set(200);
  }

  @Test
  void aSweepsSpeedIsKeptAndGivesTheTime() {
    SweepEstimate estimate = estimate();
    parts.open();
    small();
    assertEquals(
        "1,000 answers. How long they take is not known: no speed of this model was measured yet.",
        estimate.textProperty().get());
    estimate.swept(form.setup().plan(), new SweepSpeed(500, 80));
    // 1,000 answers of 80 tokens at 500 tokens a second are 160 seconds.
    String words = estimate.textProperty().get();
    assertTrue(
        words.startsWith(
            "About 3 min: 1,000 answers of about 80 tokens at 500 tokens/s, as a sweep measured on "),
        words);
    form.limitProperty().set(20);
    assertTrue(estimate.textProperty().get().startsWith("About 16 s: 100 answers"));
    parts.prompts.decoding().maxTokensProperty().set(40);
    assertTrue(estimate.textProperty().get().startsWith("About 8 s: 100 answers of about 40"));
    SweepEstimate next = estimate();
    assertEquals(estimate.textProperty().get(), next.textProperty().get());
  }

  @Test
  void aTrialThatSawNoEndGivesAnUpperBound() {
    SweepSpeed speed = new SweepSpeed(100, 0, 1);
    assertEquals(512, speed.seconds(100, 512));
    // Three in four ended after 80 tokens, the others may go on to 512: 188 on average.
    assertEquals(188, new SweepSpeed(100, 80, 0.25).tokens(512));
    String words = EstimateWords.of(100, 512, SpeedBook.Entry.of(speed, Instant.EPOCH, false));
    assertTrue(words.startsWith("At most about 9 min: 100 answers of up to 512 tokens"), words);
    assertTrue(words.contains("as a short trial measured on 1 Jan"), words);
  }

  @Test
  void timesAreSaidAsPeopleSayThem() {
    assertEquals("1 s", EstimateWords.time(0.2));
    assertEquals("89 s", EstimateWords.time(89.4));
    assertEquals("2 min", EstimateWords.time(91));
    assertEquals("3 h 20 min", EstimateWords.time(12_300));
    assertEquals("4 days", EstimateWords.time(4 * 86_400));
  }

  @Test
  void aTrialIsMeasuredAndKept() {
    SweepEstimate estimate = estimate();
    parts.open();
    small();
    estimate.measure();
    String words = estimate.textProperty().get();
    assertTrue(words.contains("1,000 answers of "), words);
    assertTrue(words.contains("as a short trial measured on"), words);
  }

  @Test
  void aMeterLeavesOutWhatWasThereAndPauses() {
    long[] now = {0};
    SweepMeter meter = new SweepMeter(() -> now[0]);
    meter.begin();
    for (int i = 0; i < 60; i++) {
      meter.answered(answer());
    }
    now[0] = 1_000_000_000L;
    meter.pause();
    now[0] = 9_000_000_000L;
    meter.resume();
    now[0] = 10_000_000_000L;
    // 60 answers of 30 tokens in two seconds.
    assertEquals(new SweepSpeed(900, 30), meter.speed().orElseThrow());
  }

  private static SweepAnswer answer() {
    return PlainAnswers.of(
        new AnswerKey(SweepArm.BASELINE, "p"), "", null, true, 1, 1, 1, 0, 0, 30, false, false);
  }
}
