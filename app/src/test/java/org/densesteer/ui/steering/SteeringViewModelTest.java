package org.densesteer.ui.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.GateText;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Probe;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorGate;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.settings.SavedSteering;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteeringViewModelTest {

  private final Settings settings = new Settings();
  private ModelViewModel models;
  private VectorChoices vectors;
  private SteeringViewModel steering;
  private int edits;

  @BeforeEach
  void open() {
    SameThreadTasks tasks = new SameThreadTasks();
    Notices notices = new Notices();
    models =
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
            source -> new OpenedVector(Samples.vector(6, 192), List.of()),
            steering,
            tasks,
            notices,
            settings);
  }

  private void start() {
    vectors.open(Source.SAMPLE_VECTOR);
    models.open(Source.SAMPLE_MODEL);
  }

  private static VectorInUse sparse() {
    TreeMap<Integer, float[]> directions = new TreeMap<>();
    directions.put(1, new float[192]);
    directions.get(1)[3] = 2;
    directions.put(4, new float[192]);
    directions.get(4)[3] = 5;
    return new VectorInUse(
        Source.vector(Path.of("/v/sparse.json")),
        new SteeringVector("sparse", 192, directions, VectorMetadata.EMPTY));
  }

  private static VectorInUse gated(String gate) {
    SteeringVector vector = sparse().vector().renamed("gated");
    return new VectorInUse(
        Source.vector(Path.of("/v/gated.safetensors")),
        vector.with(VectorGate.with(vector.metadata(), GateText.parse(gate, GateText::anyProbe))));
  }

  @Test
  void aVectorBringsItsGateAndTakesItAway() {
    start();
    steering.use(gated("kl:0.2"));
    assertEquals("kl:0.2", steering.stateProperty().get().gate().gate().text());
    steering.use(sparse());
    assertTrue(steering.stateProperty().get().gate().gate().constant());
    steering.use(gated("kl:0.2"));
    steering.setGate(GateInUse.of(GateText.parse("confidence<0.5", GateText::anyProbe)));
    steering.use(sparse());
    assertEquals("confidence<0.5", steering.stateProperty().get().gate().gate().text());
  }

  @Test
  void aProbeWithoutAFileGetsOne(@TempDir Path folder) {
    start();
    ProbeKeeper.keep(steering, new LaidVectors(folder), new SameThreadTasks(), new Notices());
    Probe probe = new Probe(sparse().vector(), 4);
    steering.setGate(GateInUse.of(new CosineGate(probe, 0.5)));
    Source file = steering.stateProperty().get().gate().probe();
    assertEquals(sparse().vector().direction(4)[3], read(file).direction(4)[3]);
    assertEquals("cosine:" + file.key() + "@4>0.5", settings.steeringProperty().get().gate());
    assertTrue(settings.recentVectors().contains(file.key()));
    steering.undo();
    assertTrue(steering.stateProperty().get().gate().gate().constant());
  }

  private static SteeringVector read(Source file) {
    return VectorFiles.read(Path.of(file.key())).vector();
  }

  @Test
  void beginsWithWhatTheVectorRecommends() {
    start();
    assertEquals(5, steering.stateProperty().get().layer());
    assertEquals(2, steering.stateProperty().get().strength());
    assertEquals(0, edits);
    assertFalse(steering.history().canUndoProperty().get());
  }

  @Test
  void beginsWithWhatWasSaved() {
    settings
        .steeringProperty()
        .set(new SavedSteering(3, -0.5, "PROMPT_ONLY", 2, Operator.ADD, true));
    open();
    start();
    assertEquals(3, steering.stateProperty().get().layer());
    assertEquals(-0.5, steering.stateProperty().get().strength());
    assertEquals(Positions.PROMPT_ONLY, steering.steering().orElseThrow().positions());
    assertTrue(steering.liveProperty().get());
  }

  @Test
  void aDragIsUndoneAtOnceAndDoneAgain() {
    start();
    steering.setStrength(2.5);
    steering.setStrength(3);
    steering.rest();
    steering.setLayer(2);
    steering.undo();
    assertEquals(5, steering.stateProperty().get().layer());
    assertEquals(3, steering.stateProperty().get().strength());
    steering.undo();
    assertEquals(2, steering.stateProperty().get().strength());
    steering.redo();
    assertEquals(3, steering.stateProperty().get().strength());
    assertEquals(6, edits);
  }

  @Test
  void aVectorChosenIsUndoneWithItsLayer() {
    start();
    steering.use(sparse());
    assertEquals(4, steering.stateProperty().get().layer());
    assertEquals(1, steering.stateProperty().get().strength());
    steering.undo();
    assertEquals("dense-last", steering.vectorProperty().getValue().vector().name());
    assertEquals(5, steering.stateProperty().get().layer());
    assertEquals(2, steering.stateProperty().get().strength());
    assertEquals(Settings.SAMPLE, settings.vectorProperty().get());
  }

  @Test
  void layersThatTheVectorLacksAreSkipped() {
    start();
    steering.use(sparse());
    steering.setLayer(2);
    assertEquals(4, steering.stateProperty().get().layer());
    steering.moveLayer(-1);
    assertEquals(1, steering.stateProperty().get().layer());
    steering.moveLayer(-1);
    assertEquals(1, steering.stateProperty().get().layer());
  }

  @Test
  void theScaleFollowsLayerAndNorms() {
    start();
    assertFalse(steering.scaleProperty().get().known());
    steering.hiddenNormsProperty().set(new double[] {1, 2, 3, 4, 5, 6});
    PushScale atFive = steering.scaleProperty().get();
    assertEquals(6, atFive.hiddenNorm());
    assertEquals(Samples.vector(6, 192).norm(5), atFive.vectorNorm(), 1e-9);
    steering.setLayer(0);
    assertEquals(1, steering.scaleProperty().get().hiddenNorm());
    models.open(Source.model(Path.of("/other")));
    assertFalse(steering.scaleProperty().get().known());
  }

  @Test
  void keyboardStepsAreWholeOrFine() {
    start();
    steering.setStrength(1);
    steering.moveStrength(1, false);
    assertEquals(1.2, steering.stateProperty().get().strength(), 1e-12);
    steering.moveStrength(-1, true);
    assertEquals(1.18, steering.stateProperty().get().strength(), 1e-12);
  }

  @Test
  void minusZeroIsZero() {
    start();
    steering.setStrength(-0.0);
    assertEquals(0.0, steering.stateProperty().get().strength());
  }

  @Test
  void resetGoesToTheRecommendationInOneStep() {
    start();
    steering.setLayer(1);
    steering.setStrength(7);
    steering.reset();
    assertEquals(5, steering.stateProperty().get().layer());
    assertEquals(2, steering.stateProperty().get().strength());
    steering.undo();
    assertEquals(1, steering.stateProperty().get().layer());
    assertEquals(7, steering.stateProperty().get().strength());
  }

  @Test
  void aVectorOfAnotherWidthHasItsSentence() {
    start();
    steering.hiddenNormsProperty().set(new double[] {1, 2, 3, 4, 5, 6});
    assertTrue(steering.misfit().isEmpty());
    assertTrue(steering.scaleProperty().get().known());
    steering.use(new VectorInUse(Source.SAMPLE_VECTOR, Samples.vector(6, 64)));
    assertEquals(
        "The vector dense-last, 64 wide and up to layer 5, does not fit the model Scripted model,"
            + " 192 wide and up to layer 5; choose a vector made for this model.",
        steering.misfit().orElseThrow());
    steering.use(new VectorInUse(Source.SAMPLE_VECTOR, Samples.vector(9, 192)));
    assertTrue(steering.misfit().orElseThrow().contains("up to layer 8, does not"));
    assertFalse(steering.scaleProperty().get().known());
  }

  @Test
  void everyEditIsSaved() {
    start();
    steering.setLayer(2);
    steering.setStrength(1.5);
    steering.setWhere(Where.FROM_STEP, 3);
    steering.setOperator(Operator.ABLATE);
    steering.liveProperty().set(true);
    assertEquals(
        new SavedSteering(2, 1.5, "FROM_STEP", 3, Operator.ABLATE, true),
        settings.steeringProperty().get());
    assertEquals(Positions.fromStep(3), steering.steering().orElseThrow().positions());
  }

  @Test
  void aVectorUnderANewNameKeepsLayerAndStrength() {
    start();
    Path from = Path.of("/vectors/mine.safetensors");
    vectors.open(Source.vector(from));
    steering.setLayer(2);
    steering.setStrength(7);
    vectors.moved(from, Path.of("/vectors/yours.safetensors"));
    assertEquals("yours", steering.stateProperty().get().vector().vector().name());
    assertEquals(2, steering.stateProperty().get().layer());
    assertEquals(7, steering.stateProperty().get().strength());
    assertTrue(settings.recentVectors().stream().noneMatch(path -> path.contains("mine")));
    steering.undo();
    assertEquals("yours", steering.stateProperty().get().vector().vector().name());
  }
}
