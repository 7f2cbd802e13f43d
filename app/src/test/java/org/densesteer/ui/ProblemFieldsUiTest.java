package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.densesteer.ui.common.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A problem file whose fields are not known: asked for in a sheet that shows what they hold. */
@ExtendWith(ApplicationExtension.class)
class ProblemFieldsUiTest {

  @TempDir static Path folder;

  private UiParts ui;
  private Scene scene;

  @Start
  private void start(Stage stage) throws Exception {
    ui = new UiParts(0, Files.createTempDirectory(folder, "home"));
    scene = ui.show(stage);
  }

  private <T extends Node> T node(String query, Class<T> type) {
    return type.cast(scene.lookup(query));
  }

  @SuppressWarnings("unchecked")
  private ComboBox<String> box(String query) {
    return (ComboBox<String>) node(query, ComboBox.class);
  }

  @Test
  void aFileOpensByTheFieldsThatAPersonNames(FxRobot robot) throws Exception {
    ui.dialogs.answer =
        Files.writeString(
            folder.resolve("dapo.json"),
            "[{\"prompt\":[{\"role\":\"user\",\"content\":\"What is 4 + 3?\"}],"
                + "\"reward_model\":{\"ground_truth\":\"7\"}}]");
    MenuButton menu = node("#problemMenu", MenuButton.class);
    robot.interact(() -> menu.getItems().get(menu.getItems().size() - 1).fire());
    until(() -> ui.notices.shownProperty().get() != null);
    Notice notice = Objects.requireNonNull(ui.notices.shownProperty().get());
    robot.interact(() -> Objects.requireNonNull(notice.offer()).action().run());
    until(() -> scene.lookup("#questionField") != null);
    assertTrue(node("#openButton", Button.class).isDisabled());
    robot.interact(() -> box("#questionField").setValue("prompt.0.content"));
    robot.interact(() -> box("#answerField").setValue("reward_model.ground_truth"));
    assertEquals("What is 4 + 3?", node("#questionExample", Label.class).getText());
    assertEquals("7", node("#answerExample", Label.class).getText());
    assertFalse(node("#openButton", Button.class).isDisabled());
    robot.interact(() -> node("#openButton", Button.class).fire());
    until(() -> node("#question", TextArea.class).getText().equals("What is 4 + 3?"));
    assertEquals("right answer 7", node("#goldNote", Label.class).getText());
  }
}
