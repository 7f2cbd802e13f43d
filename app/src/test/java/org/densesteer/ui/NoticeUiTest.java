package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.densesteer.ui.common.Notice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A notice comes and goes without moving anything. */
@ExtendWith(ApplicationExtension.class)
class NoticeUiTest {

  @TempDir Path folder;

  private UiParts ui;
  private Scene scene;

  @Start
  private void start(Stage stage) {
    ui = new UiParts(0, folder);
    scene = ui.show(stage);
  }

  private Map<Node, Bounds> places() {
    WaitForAsyncUtils.waitForFxEvents();
    Map<Node, Bounds> places = new LinkedHashMap<>();
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          collect(scene.lookup(".columns"), places);
          collect(scene.lookup("#runButton"), places);
        });
    return places;
  }

  private static void collect(Node node, Map<Node, Bounds> places) {
    places.put(node, node.localToScene(node.getLayoutBounds()));
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, places));
    }
  }

  @BeforeEach
  void waitUntilReady() throws TimeoutException {
    until(() -> !scene.lookup("#runButton").isDisabled());
    until(() -> ui.parts.steering().scaleProperty().get().known());
  }

  @Test
  void nothingMovesWhenANoticeComesAndGoes(FxRobot robot) {
    Node notice = scene.lookup("#notice");
    Map<Node, Bounds> before = places();
    assertTrue(before.size() > 50, before.size() + " nodes");
    robot.interact(
        () -> ui.notices.show(Notice.error("Something long happened, ".repeat(12) + "truly.")));
    Map<Node, Bounds> with = places();
    assertTrue(notice.isVisible());
    assertEquals(before, with);
    Bounds card = notice.localToScene(notice.getLayoutBounds());
    assertTrue(card.getMinY() > 0.5 * scene.getHeight(), card.toString());
    assertTrue(card.getMinX() >= 0 && card.getMaxX() <= scene.getWidth(), card.toString());
    robot.interact(ui.notices::dismiss);
    assertEquals(before, places());
    assertFalse(notice.isVisible());
  }
}
