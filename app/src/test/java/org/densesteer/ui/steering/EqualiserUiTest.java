package org.densesteer.ui.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ViewModels;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class EqualiserUiTest {

  private final ViewModels window = new ViewModels();
  private final MixerViewModel mixer =
      new MixerViewModel(window.steering, window.vectors, window.settings);
  private Equaliser equaliser;

  @Start
  private void start(Stage stage) {
    window.open();
    window.steering.hiddenNormsProperty().set(new double[] {4, 6, 8, 10, 12, 14});
    equaliser = new Equaliser(window.steering, mixer);
    stage.setScene(new Scene(equaliser));
    stage.show();
  }

  private Slider slider(String id) {
    return (Slider) equaliser.lookup("#" + id);
  }

  @Test
  void everyVectorOfAMixHasASlider(FxRobot robot) {
    assertFalse(equaliser.isVisible());
    robot.interact(() -> mixer.add(new VectorInUse(Source.SAMPLE_VECTOR, Samples.vector(6, 192))));
    assertTrue(equaliser.isVisible());
    assertEquals(2, equaliser.getChildren().size());
    double before = window.steering.stateProperty().get().mix().get(0).strength();
    robot.interact(() -> slider("band0").setValue(-0.5));
    MixedVector mixed = window.steering.stateProperty().get().mix().get(0);
    PushScale scale = mixed.scale(window.steering.hiddenNormsProperty().get());
    assertEquals(-0.5, mixed.strength() / scale.limit(), 1e-2);
    robot.interact(window.steering::undo);
    assertEquals(before, window.steering.stateProperty().get().mix().get(0).strength());
    assertEquals(before / scale.limit(), slider("band0").getValue(), 1e-9);
    robot.interact(() -> slider("band").setValue(0.25));
    assertEquals(
        0.25,
        window.steering.stateProperty().get().strength()
            / window.steering.scaleProperty().get().limit(),
        1e-2);
    robot.interact(() -> mixer.remove(0));
    assertFalse(equaliser.isVisible());
    assertEquals(1, equaliser.getChildren().size());
  }
}
