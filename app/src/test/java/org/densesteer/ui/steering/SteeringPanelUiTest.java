package org.densesteer.ui.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.densesteer.steering.Operator;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the controls of the panel do by themselves is not taken for a person's edit. */
@ExtendWith(ApplicationExtension.class)
class SteeringPanelUiTest {

  private final Settings settings = new Settings();
  private final Notices notices = new Notices();
  private final SameThreadTasks tasks = new SameThreadTasks();
  private final ModelViewModel models =
      new ModelViewModel(
          (folder, progress, cancellation) ->
              new ScriptedEngine(192, folder.endsWith("shallow") ? 3 : 6, 0),
          () -> Path.of("/sample"),
          tasks,
          notices,
          settings);
  private final SteeringViewModel steering = new SteeringViewModel(models, settings);
  private final VectorChoices vectors =
      new VectorChoices(
          source -> new OpenedVector(Samples.vector(6, 192).renamed(source.name()), List.of()),
          steering,
          tasks,
          notices,
          settings);
  private final MixerViewModel mixer = new MixerViewModel(steering, vectors, settings);
  private final PromptViewModel prompts =
      new PromptViewModel(source -> Samples.problems(), tasks, notices, settings);
  private Scene scene;
  private int edits;

  @Start
  private void start(Stage stage) {
    steering.editedProperty().subscribe((before, now) -> edits++);
    MixFile file = new MixFile(steering, notices, Clock.systemUTC(), sum -> {}, sum -> {});
    SafeBandViewModel safe =
        new SafeBandViewModel(
            models, steering, (model, vector) -> Optional.empty(), tasks, Runnable::run);
    Parent panel =
        new FxmlViews()
            .with(
                SteeringController.class,
                () ->
                    new SteeringController(
                        steering,
                        mixer,
                        file,
                        safe,
                        Strips.of(models, prompts, steering, tasks, notices),
                        vectors,
                        () -> {},
                        () -> {}))
            .load(FxmlFile.STEERING);
    scene = new Scene(panel, 320, 800);
    stage.setScene(scene);
    stage.show();
  }

  @BeforeEach
  void open(FxRobot robot) {
    robot.interact(
        () -> {
          vectors.open(Source.SAMPLE_VECTOR);
          models.open(Source.SAMPLE_MODEL);
        });
  }

  private Slider slider(String query) {
    return (Slider) scene.lookup(query);
  }

  private String text(String query) {
    return ((Labeled) scene.lookup(query)).getText();
  }

  private double number(String query) {
    return ((NumberField) scene.lookup(query)).getValue();
  }

  private static double[] norms(double each) {
    return new double[] {each, each, each, each, each, each};
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

  @Test
  void aStrengthBeyondTheSlidersEndsStays(FxRobot robot) {
    double norm = Samples.vector(6, 192).norm(5);
    robot.interact(() -> steering.hiddenNormsProperty().set(norms(norm / 2)));
    assertEquals(0.5, slider("#strengthSlider").getMax(), 1e-6);
    assertEquals(0.5, slider("#strengthSlider").getValue(), 1e-6);
    assertEquals(2, number("#strengthField"));
    assertEquals("400 % of ‖h‖ · extreme", text("#pushText"));
    assertTrue(scene.lookup("#pushText").getStyleClass().contains("push-over"));
    robot.interact(() -> steering.hiddenNormsProperty().set(norms(8 * norm)));
    assertEquals(2, slider("#strengthSlider").getValue(), 1e-6);
    assertFalse(scene.lookup("#pushText").getStyleClass().contains("push-over"));
    assertEquals(0, edits);
  }

  @Test
  void aNarrowerRangeThatComesWithAnotherStrengthIsOneEdit(FxRobot robot) {
    robot.interact(
        () -> {
          steering.hiddenNormsProperty().set(norms(40));
          steering.setStrength(9);
          steering.use(sparse());
        });
    assertEquals(8, slider("#strengthSlider").getMax(), 1e-6);
    assertEquals(1, slider("#strengthSlider").getValue(), 1e-6);
    assertEquals(1, steering.stateProperty().get().strength());
    assertEquals(2, edits);
    robot.interact(steering::undo);
    assertEquals(9, slider("#strengthSlider").getValue(), 1e-6);
  }

  @Test
  void aModelOfFewerLayersChangesNoLayer(FxRobot robot) {
    robot.interact(() -> models.open(Source.model(Path.of("/models/shallow"))));
    assertEquals(2, slider("#layerSlider").getMax());
    assertEquals(2, slider("#layerSlider").getValue());
    assertEquals(3, ((Pane) scene.lookup("#layerBars")).getChildren().size());
    assertTrue(text("#misfitText").contains("up to layer 5"), text("#misfitText"));
    assertTrue(scene.lookup("#misfitText").isVisible());
    assertEquals("none: a vector does not fit", text("#pushText"));
    assertEquals(5, steering.stateProperty().get().layer());
    assertEquals(0, edits);
    robot.interact(() -> models.open(Source.SAMPLE_MODEL));
    assertEquals(5, slider("#layerSlider").getValue());
    assertFalse(scene.lookup("#misfitText").isManaged());
  }

  @Test
  void aThumbThatIsDraggedToALayerThatTheVectorLacksGoesBack(FxRobot robot) {
    robot.interact(() -> steering.use(sparse()));
    assertEquals("Reset to middle layer, λ 1", text("#resetButton"));
    robot.interact(() -> slider("#layerSlider").setValue(2.2));
    assertEquals(4, slider("#layerSlider").getValue());
    robot.interact(() -> slider("#layerSlider").setValue(1.3));
    assertEquals(1, slider("#layerSlider").getValue());
    assertEquals(1, number("#layerField"));
    assertEquals(2, edits);
  }

  @Test
  void anOperatorWithoutStrengthDisablesIt(FxRobot robot) {
    robot.interact(() -> steering.setOperator(Operator.ABLATE));
    assertTrue(slider("#strengthSlider").isDisabled());
    assertEquals("removes the part along v", text("#pushText"));
    robot.interact(steering::undo);
    assertFalse(slider("#strengthSlider").isDisabled());
    assertFalse(scene.lookup("#fromStepField").getParent().isVisible());
    robot.interact(() -> steering.setWhere(Where.FROM_STEP, 3));
    assertTrue(scene.lookup("#fromStepField").getParent().isVisible());
    assertEquals(3, number("#fromStepField"));
  }

  @Test
  void aRowOfTheMixFollowsItsVectorUntilItIsRemoved(FxRobot robot) {
    double norm = Samples.vector(6, 192).norm(5);
    robot.interact(
        () -> {
          mixer.open(Source.vector(Path.of("/v/first.pt")));
          mixer.open(Source.vector(Path.of("/v/second.pt")));
          steering.hiddenNormsProperty().set(norms(8 * norm));
        });
    Labeled second = (Labeled) scene.lookup("#mixOn1");
    Label push = (Label) second.getParent().getParent().lookup(".note");
    assertEquals("second", second.getText());
    assertEquals("push 25 %", push.getText());
    robot.interact(() -> mixer.remove(0));
    assertEquals("second", text("#mixOn0"));
    assertNull(scene.lookup("#mixOn1"));
    robot.interact(() -> steering.hiddenNormsProperty().set(norms(4 * norm)));
    assertEquals("second", second.getText());
    assertEquals("push 25 %", push.getText());
    robot.interact(steering::undo);
    assertEquals(List.of("first", "second"), List.of(text("#mixOn0"), text("#mixOn1")));
  }
}
