package org.densesteer.ui.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.densesteer.steering.CosineGate;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The choice of a gate in the steering panel. */
@ExtendWith(ApplicationExtension.class)
class GateFieldsUiTest {

  private final Settings settings = new Settings();
  private final Notices notices = new Notices();
  private final SameThreadTasks tasks = new SameThreadTasks();
  private final ModelViewModel models =
      new ModelViewModel(
          (folder, progress, cancellation) -> new ScriptedEngine(192, 6, 0),
          () -> Path.of("/sample"),
          tasks,
          notices,
          settings);
  private final SteeringViewModel steering = new SteeringViewModel(models, settings);
  private final VectorChoices vectors = choices(steering);
  private ComboBox<GateKind> box;
  private Scene scene;

  private VectorChoices choices(SteeringViewModel of) {
    return new VectorChoices(
        source -> new OpenedVector(Samples.vector(6, 192).renamed(source.name()), List.of()),
        of,
        tasks,
        notices,
        settings);
  }

  @Start
  private void start(Stage stage) {
    box = new ComboBox<>();
    vectors.open(Source.SAMPLE_VECTOR);
    models.open(Source.SAMPLE_MODEL);
    scene = new Scene(new VBox(box, new GateFields(steering, vectors, box, () -> {})), 300, 400);
    stage.setScene(scene);
    stage.show();
  }

  private String gate() {
    return steering.stateProperty().get().gate().gate().text();
  }

  private void choose(FxRobot robot, GateKind kind) {
    robot.interact(() -> box.setValue(kind));
  }

  private NumberField field(String accessible) {
    return scene.getRoot().lookupAll(".number-field").stream()
        .map(NumberField.class::cast)
        .filter(field -> accessible.equals(field.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyKindBeginsWithAGateThatCanBeTakenBack(FxRobot robot) {
    assertEquals(GateKind.CONSTANT, box.getValue());
    assertEquals("constant", gate());
    choose(robot, GateKind.TOKENS);
    assertEquals("curve:0=1,100=0", gate());
    choose(robot, GateKind.STEPS);
    assertEquals("curve-steps:0=1,4=0", gate());
    choose(robot, GateKind.CONFIDENCE);
    assertEquals("confidence<0.6", gate());
    choose(robot, GateKind.BUDGET);
    assertEquals("kl:0.2", gate());
    assertEquals("kl:0.2", steering.steerings().get(0).gate().text());
    assertEquals("kl:0.2", settings.steeringProperty().get().gate());
    robot.interact(steering::undo);
    assertEquals(GateKind.CONFIDENCE, box.getValue());
    assertEquals(0.6, field("Largest probability of the likeliest token").getValue());
  }

  @Test
  void numbersAreTaken(FxRobot robot) {
    choose(robot, GateKind.BUDGET);
    robot.interact(() -> field("KL budget in nats a token").setValue(0.5));
    robot.interact(() -> field("Gain of the KL budget").setValue(8));
    assertEquals("kl:0.5,gain=8", gate());
  }

  @Test
  void aProbeBeginsAsTheVectorInUseAndKeepsToLayersThatItHas(FxRobot robot) {
    choose(robot, GateKind.COSINE);
    int layer = steering.stateProperty().get().layer();
    CosineGate gate = (CosineGate) steering.stateProperty().get().gate().gate();
    assertEquals(layer, gate.probe().layer());
    assertEquals(
        "cosine:sample@" + layer + ">0.1", steering.stateProperty().get().gate().argument());
    NumberField field = field("Layer at which the probe is read");
    robot.interact(() -> field.setValue(3));
    assertTrue(gate().endsWith("@3>0.1"), gate());
    robot.interact(() -> field.setValue(77));
    assertTrue(gate().endsWith("@3>0.1"), gate());
    assertEquals(3, field.getValue());
  }

  @Test
  void theSameProbeDecidesOnceOrAnew(FxRobot robot) {
    choose(robot, GateKind.COSINE);
    robot.interact(() -> field("Bound of the cosine").setValue(0.25));
    String anew = gate();
    choose(robot, GateKind.COSINE_PROMPT);
    assertEquals(anew.replace("cosine:", "cosine-prompt:"), gate());
    assertEquals(Source.SAMPLE_VECTOR.key(), steering.stateProperty().get().gate().probe().key());
    choose(robot, GateKind.COSINE);
    assertEquals(anew, gate());
  }

  @Test
  void aCurveIsDrawnByKeysAndTypedExactly(FxRobot robot) {
    choose(robot, GateKind.TOKENS);
    GateCurve curve = (GateCurve) scene.getRoot().lookup(".gate-curve");
    robot.interact(curve::requestFocus);
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    robot.press(KeyCode.UP).release(KeyCode.UP);
    assertEquals("curve:0=1,100=0.05", gate());
    robot.press(KeyCode.CONTROL, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.CONTROL);
    assertEquals("curve:0=1,95=0.05", gate());
    robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
    robot.press(KeyCode.INSERT).release(KeyCode.INSERT);
    assertEquals("curve:0=1,48=0.52,95=0.05", gate());
    robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
    assertEquals("curve:0=1,95=0.05", gate());
    TextField words = curve.words();
    assertEquals("0=1,95=0.05", words.getText());
    robot.interact(() -> words.setText("0=2,10=0.5,20=-1"));
    robot.interact(words::requestFocus);
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    assertEquals("curve:0=2,10=0.5,20=-1", gate());
    robot.interact(() -> words.setText("20=1,10=0"));
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    assertEquals("curve:0=2,10=0.5,20=-1", gate());
    assertFalse(words.getPseudoClassStates().isEmpty());
  }

  @Test
  void theNextWindowTakesUpTheGateWithItsProbe(FxRobot robot) {
    choose(robot, GateKind.COSINE);
    SteeringViewModel next = new SteeringViewModel(models, settings);
    MixerViewModel mixer = new MixerViewModel(next, choices(next), settings);
    assertEquals("constant", next.stateProperty().get().gate().gate().text());
    robot.interact(mixer::restore);
    assertEquals(
        steering.stateProperty().get().gate().argument(),
        next.stateProperty().get().gate().argument());
  }
}
