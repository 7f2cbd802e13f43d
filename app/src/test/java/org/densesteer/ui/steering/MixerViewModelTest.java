package org.densesteer.ui.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringSum;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MixerViewModelTest {

  private static final Source FIRST = Source.vector(Path.of("/vectors/first.safetensors"));
  private static final Source OTHER = Source.vector(Path.of("/vectors/other.safetensors"));

  private final Settings settings = new Settings();
  private final Notices notices = new Notices();
  private SteeringViewModel steering;
  private int edits;
  private MixerViewModel mixer;
  private VectorChoices vectors;

  @BeforeEach
  void open() {
    SameThreadTasks tasks = new SameThreadTasks();
    ModelViewModel models =
        new ModelViewModel(
            (folder, progress, cancellation) -> new ScriptedEngine(192, 6, 0),
            () -> Path.of("/sample"),
            tasks,
            notices,
            settings);
    steering = new SteeringViewModel(models, settings);
    steering.editedProperty().subscribe((before, now) -> edits++);
    vectors =
        new VectorChoices(
            source ->
                new OpenedVector(
                    Samples.vector(6, source.name().equals("narrow") ? 64 : 192)
                        .renamed(source.name()),
                    List.of()),
            steering,
            tasks,
            notices,
            settings);
    mixer = new MixerViewModel(steering, vectors, settings);
    vectors.open(FIRST);
    models.open(Source.SAMPLE_MODEL);
  }

  private List<String> atWork() {
    return steering.steerings().stream()
        .map(s -> s.vector().name() + " " + s.layer() + " " + s.strength())
        .toList();
  }

  @Test
  void anotherVectorWorksBesideTheOneInUse() {
    mixer.open(OTHER);
    assertEquals("first", steering.stateProperty().get().vector().vector().name());
    assertEquals(List.of("first 5 2.0", "other 5 2.0"), atWork());
    mixer.setLayer(0, 3);
    mixer.setStrength(0, -1.5);
    assertEquals(List.of("first 5 2.0", "other 3 -1.5"), atWork());
    assertEquals(3, edits);
  }

  @Test
  void oneThatRestsIsKeptAndDoesNotWork() {
    mixer.open(OTHER);
    mixer.setOn(0, false);
    assertEquals(List.of("first 5 2.0"), atWork());
    assertEquals(1, steering.stateProperty().get().mix().size());
    mixer.setOn(0, true);
    assertEquals(2, steering.steerings().size());
  }

  @Test
  void aLayerThatTheVectorLacksIsNotTaken() {
    mixer.open(OTHER);
    mixer.setLayer(0, 17);
    assertEquals(5, steering.stateProperty().get().mix().get(0).layer());
  }

  @Test
  void positionsAreSharedAndTheOperatorIsNot() {
    mixer.open(OTHER);
    steering.setWhere(Where.RESPONSE_ONLY, 2);
    steering.setOperator(Operator.ABLATE);
    Steering mixed = steering.steerings().get(1);
    assertEquals(Positions.RESPONSE_ONLY, mixed.positions());
    assertEquals(Operator.ADD, mixed.operator());
    mixer.setOperator(0, Operator.ADD_KEEP_NORM);
    assertEquals(Operator.ADD_KEEP_NORM, steering.steerings().get(1).operator());
    assertEquals(Operator.ABLATE, steering.steerings().get(0).operator());
    steering.undo();
    assertEquals(Operator.ADD, steering.steerings().get(1).operator());
  }

  @Test
  void aMixThatWasMadeOneVectorWorksAtAllItsLayersAgain() {
    mixer.open(OTHER);
    mixer.setLayer(0, 3);
    mixer.setStrength(0, -1.5);
    steering.setWhere(Where.FROM_STEP, 3);
    SteeringVector sum = SteeringSum.of("sum", steering.steerings());
    steering.undo();
    mixer.remove(0);
    VectorInUse kept = new VectorInUse(Source.vector(Path.of("/vectors/sum.safetensors")), sum);
    steering.use(kept);
    assertEquals(List.of("sum 5 1.0", "sum 3 1.0"), atWork());
    assertEquals(Positions.fromStep(3), steering.steerings().get(1).positions());
    steering.undo();
    assertEquals(List.of("first 5 2.0"), atWork());
    mixer.add(kept);
    assertEquals(List.of("first 5 2.0", "sum 3 1.0", "sum 5 1.0"), atWork());
  }

  @Test
  void everyEditOfTheMixIsUndone() {
    mixer.open(OTHER);
    mixer.setStrength(0, 3);
    mixer.setStrength(0, 4);
    mixer.remove(0);
    assertEquals(List.of("first 5 2.0"), atWork());
    steering.undo();
    assertEquals(List.of("first 5 2.0", "other 5 4.0"), atWork());
    steering.undo();
    assertEquals(List.of("first 5 2.0", "other 5 2.0"), atWork());
    steering.undo();
    assertEquals(List.of("first 5 2.0"), atWork());
  }

  @Test
  void aMixedVectorOfAnotherWidthIsAMisfitUnlessItRests() {
    mixer.open(Source.vector(Path.of("/vectors/narrow.safetensors")));
    assertTrue(steering.misfit().orElseThrow().contains("narrow, 64 wide"));
    mixer.setOn(0, false);
    assertTrue(steering.misfit().isEmpty());
  }

  @Test
  void theMixIsThereAgainTheNextDay() {
    mixer.open(OTHER);
    mixer.setLayer(0, 3);
    mixer.open(FIRST);
    mixer.setStrength(1, -4);
    mixer.setOperator(1, Operator.ABLATE);
    mixer.setOn(1, false);
    List<MixedVector> before = steering.stateProperty().get().mix();
    open();
    mixer.restore();
    assertEquals(before, steering.stateProperty().get().mix());
    steering.undo();
    assertEquals(before, steering.stateProperty().get().mix());
  }

  @Test
  void aVectorUnderANewNameIsFollowed() {
    mixer.open(OTHER);
    mixer.setStrength(0, 3);
    Path now = Path.of("/vectors/renamed.safetensors");
    vectors.moved(Path.of("/vectors/other.safetensors"), now);
    MixedVector mixed = steering.stateProperty().get().mix().get(0);
    assertEquals("renamed", mixed.vector().vector().name());
    assertEquals(3, mixed.strength());
    assertEquals(Source.vector(now).key(), settings.mix().get(0).vector());
    steering.undo();
    assertEquals(Source.vector(now), steering.stateProperty().get().mix().get(0).vector().source());
  }
}
