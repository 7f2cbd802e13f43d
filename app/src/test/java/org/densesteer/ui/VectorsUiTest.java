package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.steering.Operator;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorExport;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.steering.library.LibraryEntry;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.steering.SteeringState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class VectorsUiTest {

  @TempDir static Path folder;

  private Path library;
  private UiParts ui;
  private Scene scene;

  @Start
  private void start(Stage stage) throws Exception {
    library = Files.createTempDirectory(folder, "library");
    for (String name : List.of("dense", "sparse")) {
      write(name, library.resolve(name + ".safetensors"));
    }
    ui = new UiParts(0, library);
    scene = ui.show(stage);
  }

  private static void write(String name, Path file) {
    SteeringVector vector = Samples.vector(6, 192).renamed(name);
    VectorExport.write(vector, ExportOptions.of(VectorFormats.forFileName(file.toString())), file);
  }

  @BeforeEach
  void openThePage(FxRobot robot) throws TimeoutException {
    until(() -> ui.parts.steering().scaleProperty().get().known());
    robot.interact(() -> ui.parts.shell().pageProperty().set(Page.VECTORS));
    until(() -> names().containsAll(Set.of("dense", "sparse")));
  }

  private <T extends Node> T node(String query, Class<T> type) {
    return type.cast(scene.lookup(query));
  }

  @SuppressWarnings("unchecked")
  private TableView<LibraryEntry> table() {
    return (TableView<LibraryEntry>) node("#table", TableView.class);
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    table().getItems().forEach(entry -> names.add(entry.name()));
    return names;
  }

  private void select(FxRobot robot, String name) throws TimeoutException {
    robot.interact(
        () ->
            table().getItems().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .ifPresent(entry -> table().getSelectionModel().select(entry)));
    until(() -> !node("#useButton", Node.class).isDisabled());
  }

  private SteeringState state() {
    return ui.parts.steering().stateProperty().get();
  }

  /** Without the mouse: a message that comes or goes changes what of the panel is in view. */
  private void fire(FxRobot robot, String query) {
    robot.interact(() -> node(query, ButtonBase.class).fire());
  }

  private static void retype(FxRobot robot, TextField field, String text) {
    robot.interact(field::requestFocus);
    robot.interact(field::selectAll);
    robot.write(text).type(KeyCode.ENTER);
  }

  @Test
  void aVectorIsFoundRenamedAndNotedAndAllOfItLastsOnDisk(FxRobot robot) throws Exception {
    robot.clickOn("#searchField").write("spar");
    until(() -> names().equals(Set.of("sparse")));
    robot.interact(() -> node("#searchField", TextField.class).clear());
    select(robot, "dense");
    retype(robot, node("#nameField", TextField.class), "denser");
    until(() -> Files.exists(library.resolve("denser.safetensors")));
    until(() -> node("#nameField", TextField.class).getText().equals("denser"));
    retype(robot, node("#tagsField", TextField.class), "paper, good");
    until(() -> Files.readString(library.resolve("index.json")).contains("paper"));
    assertFalse(Files.exists(library.resolve("dense.safetensors")));
  }

  @Test
  void aDeletionIsTakenBack(FxRobot robot) throws TimeoutException {
    select(robot, "dense");
    robot.interact(() -> table().requestFocus());
    robot.type(KeyCode.DELETE);
    until(() -> !names().contains("dense"));
    assertEquals("dense was deleted.", node("#undoText", Label.class).getText());
    robot.clickOn("#undoDeleteButton");
    until(() -> names().contains("dense"));
    assertFalse(node("#undoBar", Node.class).isVisible());
  }

  @Test
  void aGgufFileIsImportedInTheConventionThatAPersonSays(FxRobot robot) throws TimeoutException {
    Path file = folder.resolve("control.gguf");
    write("control", file);
    ui.dialogs.answer = file;
    robot.clickOn("#importButton");
    until(() -> scene.lookup("#takeButton") != null);
    assertTrue(node("#factsText", Label.class).getText().contains("layers 1–5"));
    robot.clickOn("#oneLower");
    until(() -> node("#factsText", Label.class).getText().contains("layers 0–4"));
    retype(robot, node("#importName", TextField.class), "from gguf");
    until(() -> names().contains("from gguf"));
    until(() -> scene.lookup("#takeButton") == null);
    assertTrue(node("#facts", Label.class).getText().contains("layers 0–4"));
  }

  @Test
  void vectorsAreCombined(FxRobot robot) throws TimeoutException {
    select(robot, "dense");
    robot.clickOn("#combineButton");
    until(() -> scene.lookup("#combineVector1") != null);
    robot.interact(
        () -> {
          @SuppressWarnings("unchecked")
          ComboBox<LibraryEntry> second = node("#combineVector1", ComboBox.class);
          second.getItems().stream()
              .filter(entry -> entry.name().equals("sparse"))
              .findFirst()
              .ifPresent(second::setValue);
        });
    until(() -> node("#resultName", TextField.class).getText().equals("dense + sparse"));
    until(() -> !node("#saveButton", Node.class).isDisabled());
    fire(robot, "#saveButton");
    until(() -> names().contains("dense + sparse"));
    until(() -> scene.lookup("#saveButton") == null);
  }

  @Test
  void aVectorIsUsedAndAnotherMixedIn(FxRobot robot) throws TimeoutException {
    select(robot, "sparse");
    robot.clickOn("#useButton");
    until(() -> state().vector() != null && state().vector().vector().name().equals("sparse"));
    select(robot, "dense");
    robot.clickOn("#mixButton");
    until(() -> state().mix().size() == 1);
    robot.interact(() -> ui.parts.shell().pageProperty().set(Page.COMPARE));
    retype(robot, node("#mixLayer0", TextField.class), "3");
    retype(robot, node("#mixStrength0", TextField.class), "-1.5");
    assertEquals(2, ui.parts.steering().steerings().size());
    assertEquals(3, state().mix().get(0).layer());
    assertEquals(-1.5, state().mix().get(0).strength());
    choose(robot, "#mixOperator0", 1);
    assertEquals(Operator.ADD_KEEP_NORM, state().mix().get(0).operator());
    fire(robot, "#mixKeep");
    until(() -> shownSentence().contains("no single vector does the same"));
    choose(robot, "#mixOperator0", 0);
    fire(robot, "#mixKeep");
    until(() -> shownSentence().equals("The vector mix of sparse + dense is in the library."));
    fire(robot, "#mixOn0");
    assertEquals(1, ui.parts.steering().steerings().size());
    fire(robot, "#mixRemove0");
    assertTrue(state().mix().isEmpty());
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertEquals(1, state().mix().size());
  }

  private String shownSentence() {
    Notice shown = ui.notices.shownProperty().get();
    return shown == null ? "" : shown.sentence();
  }

  private void choose(FxRobot robot, String box, int choice) {
    robot.interact(() -> node(box, ComboBox.class).getSelectionModel().select(choice));
  }

  private Bounds place(String query) {
    Node node = node(query, Node.class);
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void aMessageLeavesEveryButtonWithinReach(FxRobot robot) throws TimeoutException {
    select(robot, "dense");
    Notice full = Notice.error("The disk is full. ".repeat(20));
    robot.interact(() -> ui.notices.show(full));
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(place("#notice").intersects(place("#duplicateButton")));
    assertTrue(place("#notice").getMaxY() <= place(".status-line").getMinY());
    robot.clickOn("#deleteButton");
    until(() -> !names().contains("dense"));
    robot.interact(() -> ui.notices.show(full));
    robot.clickOn("#undoDeleteButton");
    until(() -> names().contains("dense"));
    robot.interact(() -> ui.notices.show(full));
    robot.clickOn("#notice .icon-button");
    assertFalse(node("#notice", Node.class).isVisible());
  }

  @Test
  void theNumberOfVectorsFollowsLibraryAndSearch(FxRobot robot) throws TimeoutException {
    int before = names().size();
    Label count = node("#countText", Label.class);
    assertEquals(before + " vectors", count.getText());
    select(robot, "dense");
    robot.clickOn("#deleteButton");
    until(() -> names().size() == before - 1);
    until(() -> count.getText().startsWith(before - 1 + " vector"));
    robot.interact(() -> node("#searchField", TextField.class).setText("no such vector"));
    until(() -> count.getText().equals("0 of " + (before - 1) + " vectors"));
    assertTrue(node("#nothingShown", Label.class).getText().contains("“no such vector”"));
  }
}
