package org.densesteer.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.model.Precision;
import org.densesteer.model.memory.FreeMemory;
import org.densesteer.model.memory.MemoryNeed;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.Test;

class ModelViewModelTest {

  private static final Path SAMPLE = Path.of("/sample");
  private static final Source OTHER = Source.model(Path.of("/models/other"));
  private static final Source BROKEN = Source.model(Path.of("/models/broken"));

  private static final Source LARGE = Source.model(Path.of("/models/large"));

  private long missing = 1_000_000;
  private final SameThreadTasks tasks = new SameThreadTasks();
  private final Notices notices = new Notices();
  private final Settings settings = new Settings();
  private final List<Path> asked = new ArrayList<>();
  private final List<ScriptedEngine> made = new ArrayList<>();
  private final ModelViewModel models =
      new ModelViewModel(
          (folder, progress, cancellation) -> {
            asked.add(folder);
            cancellation.check();
            refuseBesideAnother(folder);
            if (folder.endsWith("broken")) {
              throw new FaultException("The folder /models/broken has no config.json.");
            }
            progress.update("Reading weights", 0.5);
            made.add(new ScriptedEngine(192, 6, 0));
            return made.get(made.size() - 1);
          },
          () -> SAMPLE,
          tasks,
          notices,
          settings);

  @Test
  void loadsTheSampleModelFromWhereItLies() {
    models.open(Source.SAMPLE_MODEL);
    assertEquals(List.of(SAMPLE), asked);
    assertEquals(ModelState.READY, models.stateProperty().get());
    assertEquals(Settings.SAMPLE, settings.modelProperty().get());
    assertTrue(settings.recentModels().isEmpty());
  }

  @Test
  void anotherModelTakesItsPlaceAndFreesIt() {
    models.open(Source.SAMPLE_MODEL);
    models.open(OTHER);
    assertTrue(made.get(0).closed);
    assertSame(made.get(1), models.engineProperty().get());
    assertEquals(OTHER.key(), settings.modelProperty().get());
    assertEquals(List.of(OTHER.key()), settings.recentModels());
  }

  @Test
  void aModelThatFailsLeavesTheOldOne() {
    models.open(OTHER);
    models.open(BROKEN);
    assertSame(made.get(0), models.engineProperty().get());
    assertFalse(made.get(0).closed);
    assertEquals(ModelState.READY, models.stateProperty().get());
    assertEquals(OTHER, models.sourceProperty().get());
    assertEquals(OTHER.key(), settings.modelProperty().get());
    assertNotNull(notices.shownProperty().get());
    assertEquals(
        "The folder /models/broken has no config.json.", notices.shownProperty().get().sentence());
  }

  @Test
  void whatWasWrongWithOneIsNotSaidBesideAnother() {
    models.open(BROKEN);
    models.open(OTHER);
    assertNull(notices.shownProperty().get());
  }

  @Test
  void theFirstModelCanFail() {
    models.open(BROKEN);
    assertEquals(ModelState.FAILED, models.stateProperty().get());
    assertNull(models.engineProperty().get());
  }

  @Test
  void aLoadThatWasOvertakenIsCancelledWithoutAWord() {
    tasks.hold();
    models.open(OTHER);
    models.open(Source.SAMPLE_MODEL);
    tasks.release();
    assertEquals(1, made.size());
    assertEquals(Source.SAMPLE_MODEL, models.sourceProperty().get());
    assertEquals(ModelState.READY, models.stateProperty().get());
    assertNull(notices.lastProperty().get());
  }

  @Test
  void whatArrivesAfterClosingIsFreed() {
    tasks.hold();
    models.open(OTHER);
    models.close();
    tasks.release();
    assertNull(models.engineProperty().get());
    assertTrue(made.stream().allMatch(engine -> engine.closed));
  }

  @Test
  void cancellingKeepsTheModelFromBeforeWithoutAWord() {
    models.open(Source.SAMPLE_MODEL);
    tasks.hold();
    models.open(OTHER);
    models.cancelLoading();
    tasks.release();
    assertEquals(ModelState.READY, models.stateProperty().get());
    assertEquals(Source.SAMPLE_MODEL, models.sourceProperty().get());
    assertSame(made.get(0), models.engineProperty().get());
    assertFalse(made.get(0).closed);
    assertNull(notices.lastProperty().get());
  }

  @Test
  void cancellingTheFirstModelLeavesNone() {
    tasks.hold();
    models.open(OTHER);
    models.cancelLoading();
    tasks.release();
    assertEquals(ModelState.NONE, models.stateProperty().get());
    assertNull(models.engineProperty().get());
  }

  @Test
  void aModelThatIsReadyCannotBeCancelled() {
    models.open(OTHER);
    models.cancelLoading();
    assertSame(made.get(0), models.engineProperty().get());
    assertFalse(made.get(0).closed);
  }

  @Test
  void anotherPrecisionLoadsTheModelAnew() {
    models.open(OTHER);
    models.choosePrecision(Precision.BFLOAT16);
    assertEquals(List.of(OTHER.path(), OTHER.path()), asked);
    assertEquals(Precision.BFLOAT16, settings.precisionProperty().get());
    models.choosePrecision(Precision.BFLOAT16);
    assertEquals(2, asked.size());
  }

  @Test
  void aPrecisionThatCannotBeHadIsTakenBack() {
    models.open(OTHER);
    tasks.hold();
    models.choosePrecision(Precision.FLOAT32);
    models.cancelLoading();
    tasks.release();
    assertEquals(Precision.AUTO, settings.precisionProperty().get());
    assertSame(made.get(0), models.engineProperty().get());
  }

  @Test
  void withoutAModelThePrecisionIsOnlyNoted() {
    models.choosePrecision(Precision.FLOAT32);
    assertEquals(Precision.FLOAT32, settings.precisionProperty().get());
    assertTrue(asked.isEmpty());
  }

  @Test
  void theSampleModelStandsInForALastOneThatIsGone() {
    settings.modelProperty().set(BROKEN.key());
    models.restore();
    assertEquals(List.of(Path.of("/models/broken"), SAMPLE), asked);
    assertEquals(Source.SAMPLE_MODEL, models.sourceProperty().get());
    assertEquals(ModelState.READY, models.stateProperty().get());
    assertNotNull(notices.shownProperty().get());
  }

  @Test
  void tellsHowMuchIsLoaded() {
    List<Double> heard = new ArrayList<>();
    models.loadedShareProperty().addListener((p, before, now) -> heard.add(now.doubleValue()));
    models.open(OTHER);
    assertEquals(List.of(0.5), heard);
  }

  @Test
  void aSnapshotIsCalledByItsRepository() {
    Source source =
        Source.model(Path.of("/cache/models--Qwen--Qwen2.5-0.5B/snapshots/" + "a".repeat(40)));
    assertEquals("Qwen2.5-0.5B", source.name());
    assertEquals(source, Source.model(source.key()));
  }

  /** Refuses the folder "large" for so many bytes more, as long as another model is open. */
  private void refuseBesideAnother(Path folder) {
    boolean other = made.stream().anyMatch(engine -> !engine.closed);
    if (folder.endsWith("large") && other) {
      new MemoryNeed(missing + 1, 1, 0).requireFits("large", new FreeMemory(1, "in this test"));
    }
  }

  private Notice shown() {
    Notice notice = notices.shownProperty().get();
    assertNotNull(notice);
    return notice;
  }

  @Test
  void aModelThatIsInTheWayCanBeFreedFirst() {
    models.open(OTHER);
    models.open(LARGE);
    assertSame(made.get(0), models.engineProperty().get());
    assertNotNull(shown().offer());
    assertEquals("Free Scripted model first", shown().offer().label());
    shown().offer().action().run();
    assertTrue(made.get(0).closed);
    assertEquals(LARGE, models.sourceProperty().get());
    assertEquals(ModelState.READY, models.stateProperty().get());
    assertSame(made.get(1), models.engineProperty().get());
  }

  @Test
  void aModelThatWasFreedInVainComesBack() {
    models.open(OTHER);
    models.open(LARGE);
    Notice notice = shown();
    tasks.hold();
    assertNotNull(notice.offer());
    notice.offer().action().run();
    assertNull(models.engineProperty().get());
    models.cancelLoading();
    tasks.release();
    assertTrue(made.get(0).closed);
    assertEquals(OTHER, models.sourceProperty().get());
    assertEquals(ModelState.READY, models.stateProperty().get());
    assertSame(made.get(1), models.engineProperty().get());
  }

  @Test
  void aSmallModelIsNotInTheWay() {
    missing = 1_000_000_000;
    models.open(OTHER);
    models.open(LARGE);
    assertNull(shown().offer());
  }
}
