package org.densesteer.ui.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.densesteer.evaluation.plan.SweepSubject;
import org.densesteer.evaluation.results.SafeBands;
import org.densesteer.evaluation.results.StrengthBand;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMath;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.Test;

class SafeBandViewModelTest {

  private static final SteeringVector VECTOR = Samples.vector(6, 192);
  private static final String MODEL = "0123456789abcdef";

  private final Settings settings = new Settings();
  private final SameThreadTasks tasks = new SameThreadTasks();
  private final Notices notices = new Notices();
  private final ModelViewModel models =
      new ModelViewModel(
          (folder, progress, cancellation) -> new ScriptedEngine(192, 6, 0),
          () -> Path.of("/sample"),
          tasks,
          notices,
          settings);
  private final SteeringViewModel steering = new SteeringViewModel(models, settings);
  private final VectorChoices vectors =
      new VectorChoices(
          source -> new OpenedVector(VECTOR, List.of()), steering, tasks, notices, settings);
  private final List<String> lookedUp = new ArrayList<>();
  private final Deque<Runnable> onWindow = new ArrayDeque<>();
  private Optional<SafeBands> remembered = Optional.empty();
  private final SafeBandViewModel safe =
      new SafeBandViewModel(
          models,
          steering,
          (model, vector) -> {
            lookedUp.add(vector.name());
            return remembered;
          },
          tasks,
          onWindow::add);

  private static StrengthBand band(int layer, double high) {
    return new StrengthBand(layer, -1, high, OptionalDouble.empty(), OptionalDouble.of(high + 1));
  }

  private static SafeBands bands(SteeringVector vector, double high) {
    return new SafeBands(
        MODEL,
        SweepSubject.fingerprint(vector),
        Positions.EVERYWHERE,
        Operator.ADD,
        null,
        Map.of(5, band(5, high), 3, band(3, high)));
  }

  private void start() {
    vectors.open(Source.SAMPLE_VECTOR);
    models.open(Source.SAMPLE_MODEL);
  }

  private void settle() {
    while (!onWindow.isEmpty()) {
      onWindow.remove().run();
    }
  }

  @Test
  void theBandFollowsLayerOperatorAndPositions() {
    start();
    safe.found(bands(VECTOR, 2));
    assertEquals(band(5, 2), safe.bandProperty().get());
    steering.setLayer(3);
    assertEquals(band(3, 2), safe.bandProperty().get());
    steering.setLayer(4);
    assertNull(safe.bandProperty().get());
    steering.setLayer(5);
    steering.setOperator(Operator.ADD_KEEP_NORM);
    assertNull(safe.bandProperty().get());
    steering.undo();
    assertEquals(band(5, 2), safe.bandProperty().get());
  }

  @Test
  void anotherVectorHasNoneUntilItIsSwept() {
    start();
    safe.found(bands(VECTOR, 2));
    SteeringVector twice = VectorMath.scale(VECTOR, 2).renamed("twice");
    steering.use(new VectorInUse(Source.vector(Path.of("/v/twice.json")), twice));
    assertNull(safe.bandProperty().get());
    safe.found(bands(VECTOR, 2));
    assertNull(safe.bandProperty().get());
    safe.found(bands(twice, 1));
    assertEquals(band(5, 1), safe.bandProperty().get());
  }

  @Test
  void anEarlierSweepIsLookedUpOncePerModelAndVector() {
    remembered = Optional.of(bands(VECTOR, 2));
    start();
    assertNull(safe.bandProperty().get());
    settle();
    assertEquals(band(5, 2), safe.bandProperty().get());
    steering.setStrength(1);
    steering.setLayer(3);
    assertEquals(List.of(VECTOR.name()), lookedUp);
  }

  @Test
  void whatIsRememberedDoesNotReplaceWhatWasJustFound() {
    remembered = Optional.of(bands(VECTOR, 2));
    start();
    safe.found(bands(VECTOR, 3));
    settle();
    assertEquals(band(5, 3), safe.bandProperty().get());
  }

  @Test
  void theWordsNameBandAndCliffs() {
    assertEquals("last sweep: safe from -1 to 2 · cliff at 3", StrengthTrack.words(band(5, 2)));
    assertEquals(
        "last sweep: no strength is safe here · cliff at -0.5 and 0.25",
        StrengthTrack.words(
            new StrengthBand(1, 0, 0, OptionalDouble.of(-0.5), OptionalDouble.of(0.25))));
  }
}
