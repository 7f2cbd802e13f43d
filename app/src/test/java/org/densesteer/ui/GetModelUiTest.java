package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.hub.FakeHub;
import org.densesteer.hub.HubEnvironment;
import org.densesteer.model.Precision;
import org.densesteer.ui.common.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The model menu, and the dialog that gets models from a hub on this machine. */
@ExtendWith(ApplicationExtension.class)
class GetModelUiTest {

  @TempDir static Path folder;

  private final FakeHub hub = new FakeHub();
  private UiParts ui;
  private Scene scene;

  @Start
  private void start(Stage stage) throws Exception {
    Path home = Files.createTempDirectory(folder, "home");
    HubEnvironment environment =
        new HubEnvironment(
            Map.of("HF_ENDPOINT", hub.address().toString(), "HF_HOME", home.toString()), home);
    ui = new UiParts(0, home, environment);
    scene = ui.show(stage);
  }

  @BeforeEach
  void waitUntilReady() throws TimeoutException {
    until(() -> ui.parts.steering().scaleProperty().get().known());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private <T extends Node> T node(String query, Class<T> type) {
    return type.cast(scene.lookup(query));
  }

  private List<MenuItem> items() {
    return node("#modelMenu", MenuButton.class).getItems();
  }

  private static MenuItem item(List<MenuItem> items, String name) {
    return items.stream()
        .filter(item -> item.getGraphic() != null)
        .filter(item -> item.getGraphic().getAccessibleText().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private void openDialog(FxRobot robot) {
    robot.interact(() -> item(items(), "Get a model…").fire());
    assertNotNull(scene.lookup("#catalogue"));
  }

  private void type(FxRobot robot, String repo) {
    robot.interact(() -> node("#repoField", TextField.class).setText(repo));
    robot.clickOn("#getButton");
  }

  private Stream<Button> buttons(String text) {
    return scene.getRoot().lookupAll(".download-row .button").stream()
        .map(Button.class::cast)
        .filter(button -> button.getText().equals(text) && button.isVisible());
  }

  @Test
  void aModelIsFetchedInTheDialogAndOpened(FxRobot robot) throws TimeoutException {
    openDialog(robot);
    type(robot, FakeHub.REPO.toString());
    until(() -> buttons("Open it").findAny().isPresent());
    robot.clickOn("Open it");
    until(() -> node("#modelName", Label.class).getText().equals("Tiny-Instruct"));
    assertNull(scene.lookup("#catalogue"));
    robot.interact(() -> node("#modelMenu", MenuButton.class).show());
    until(
        () ->
            items().stream()
                .filter(item -> item.getGraphic() != null)
                .anyMatch(
                    item ->
                        item.getGraphic().getAccessibleText().startsWith("Tiny-Instruct, Acme")));
    assertTrue(
        item(items(), "Tiny-Instruct").getGraphic().getAccessibleText().endsWith(", in use"));
  }

  @Test
  void aDownloadIsHeldAndGoesOn(FxRobot robot) throws TimeoutException {
    hub.next("model.safetensors", hub.stallAfter(100));
    openDialog(robot);
    type(robot, FakeHub.REPO.toString());
    until(() -> !hub.gets("model.safetensors").isEmpty());
    robot.clickOn("Pause");
    until(() -> rowText().startsWith("paused · "));
    robot.clickOn("Resume");
    until(() -> buttons("Open it").findAny().isPresent());
    assertEquals(2, hub.gets("model.safetensors").size());
  }

  private String rowText() {
    return scene.getRoot().lookupAll(".download-row > .label").stream()
        .map(label -> ((Label) label).getText())
        .findFirst()
        .orElse("");
  }

  @Test
  void closedTheDialogLeavesTheDownloadWhoseEndIsOffered(FxRobot robot) throws TimeoutException {
    CountDownLatch closed = new CountDownLatch(1);
    hub.next("model.safetensors", (exchange, content) -> answerAfter(closed, exchange, content));
    openDialog(robot);
    type(robot, FakeHub.REPO.toString());
    until(() -> !hub.gets("model.safetensors").isEmpty());
    robot.type(KeyCode.ESCAPE);
    until(() -> scene.lookup("#catalogue") == null);
    assertTrue(node("#tasksButton", Button.class).getText().startsWith("Downloading Acme/"));
    closed.countDown();
    until(() -> node("#noticeOffer", Button.class).isVisible());
    assertFalse(node("#tasksButton", Button.class).isVisible());
    robot.clickOn("#noticeOffer");
    until(() -> node("#modelName", Label.class).getText().equals("Tiny-Instruct"));
  }

  private static void answerAfter(CountDownLatch latch, HttpExchange exchange, byte[] content)
      throws IOException {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    FakeHub.asAsked(exchange, content);
  }

  @Test
  void aFailureIsSaidInTheRowAndAWrongNameBesideTheField(FxRobot robot) throws TimeoutException {
    openDialog(robot);
    type(robot, "non sense");
    assertTrue(node("#problemText", Label.class).isVisible());
    hub.listing = FakeHub.status(404, "X-Error-Code", "RepoNotFound");
    type(robot, "Acme/Nothing");
    until(() -> rowText().startsWith("There is no model Acme/Nothing"));
    robot.clickOn("Remove");
    assertFalse(node("#downloadList", Node.class).isVisible());
  }

  @Test
  void aGatedModelOfTheCatalogueSaysWhatToDo(FxRobot robot) {
    openDialog(robot);
    robot.interact(() -> node("#catalogue", TableView.class).getSelectionModel().select(3));
    assertTrue(node("#adviceText", Label.class).getText().contains("Gated: accept its licence"));
    assertEquals("meta-llama/Llama-3.2-1B-Instruct", node("#repoField", TextField.class).getText());
  }

  @Test
  void everyPrecisionIsOfferedWithItsConsequence(FxRobot robot) throws TimeoutException {
    robot.interact(() -> node("#modelMenu", MenuButton.class).show());
    Menu menu = (Menu) item(items(), "Precision: auto");
    for (Precision precision : Precision.values()) {
      assertTrue(
          item(menu.getItems(), precision.label())
              .getGraphic()
              .getAccessibleText()
              .contains(precision.consequence()));
    }
    assertTrue(
        item(menu.getItems(), "Scripted model computes in float32, because it is scripted")
            .isDisable());
    robot.interact(() -> item(menu.getItems(), "bfloat16").fire());
    assertEquals(Precision.BFLOAT16, ui.settings.precisionProperty().get());
    robot.interact(() -> node("#modelMenu", MenuButton.class).show());
    assertNotNull(item(items(), "Precision: bfloat16"));
  }

  @Test
  void theNoticeOfANewModelOpensIt(FxRobot robot) {
    boolean[] taken = {false};
    robot.interact(
        () -> ui.notices.show(Notice.offer("It is here.", "Open it", () -> taken[0] = true)));
    robot.clickOn("#noticeOffer");
    assertTrue(taken[0]);
    assertFalse(node("#notice", Node.class).isVisible());
  }
}
