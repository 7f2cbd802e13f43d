package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorExport;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Goes through the window by Tab, as somebody without a mouse does. */
@ExtendWith(ApplicationExtension.class)
class KeyboardWalkUiTest {

  /** Pixels around a control where its focus may be drawn. */
  private static final int RING = 4;

  @TempDir Path folder;
  private UiParts ui;
  private Scene scene;
  private QuickKeys keys;

  @Start
  private void start(Stage stage) {
    Path file = folder.resolve("dense.safetensors");
    VectorExport.write(
        Samples.vector(6, 192).renamed("dense"),
        ExportOptions.of(VectorFormats.forFileName(file.toString())),
        file);
    ui = new UiParts(0, folder);
    scene = ui.show(stage);
  }

  @BeforeEach
  void waitUntilReady(FxRobot robot) throws TimeoutException {
    until(() -> ui.parts.steering().scaleProperty().get().known());
    keys = new QuickKeys();
    robot.interact(() -> ui.notices.show(Notice.info("Something is worth knowing.")));
    robot.interact(ui.notices::dismiss);
  }

  private <T extends Node> T node(String query, Class<T> type) {
    return type.cast(scene.lookup(query));
  }

  private TableView<?> table() {
    return node("#table", TableView.class);
  }

  private void open(FxRobot robot, Page page) {
    robot.interact(() -> ui.parts.shell().pageProperty().set(page));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Every stop of one round from where the focus is; each must be seen to have the focus. */
  private List<Node> walk() {
    List<Node> stops = new ArrayList<>();
    keys.type(KeyCode.TAB);
    while (!stops.contains(scene.getFocusOwner())) {
      Node here = scene.getFocusOwner();
      stops.add(here);
      Image focused = picture(here);
      keys.type(KeyCode.TAB);
      assertTrue(differ(focused, picture(here)), name(here) + " shows its focus");
      assertTrue(stops.size() < 60, "the round ends");
    }
    assertSame(stops.get(0), scene.getFocusOwner(), "no trap");
    return stops;
  }

  private List<String> page(FxRobot robot) {
    robot.interact(() -> scene.getRoot().requestFocus());
    List<Node> stops = walk();
    List<Node> back = new ArrayList<>(List.of(scene.getFocusOwner()));
    for (int stop = 1; stop < stops.size(); stop++) {
      keys.type(KeyCode.SHIFT, KeyCode.TAB);
      back.add(1, scene.getFocusOwner());
    }
    assertEquals(stops, back, "Shift+Tab goes the same way back");
    List<String> names = stops.stream().map(KeyboardWalkUiTest::name).toList();
    assertEquals(List.of("modelMenu", "vectorMenu", "runButton"), names.subList(0, 3));
    return names.subList(names.indexOf("helpMenu") + 1, names.size());
  }

  private static String name(Node node) {
    String id = node.getId();
    return id != null ? id : node instanceof Labeled said ? said.getText() : node.toString();
  }

  /** A control and its edge, as the window shows it now. */
  private Image picture(Node around) {
    Bounds place = around.localToScene(around.getLayoutBounds());
    SnapshotParameters part = new SnapshotParameters();
    part.setViewport(
        new Rectangle2D(
            place.getMinX() - RING,
            place.getMinY() - RING,
            place.getWidth() + 2 * RING,
            place.getHeight() + 2 * RING));
    return QuickKeys.inWindow(() -> scene.getRoot().snapshot(part, null));
  }

  private static boolean differ(Image one, Image other) {
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void compareIsReadFromLeftToRight(FxRobot robot) {
    List<String> names = page(robot);
    assertEquals(List.of("drawerHandle", "problemNumber"), names.subList(0, 2));
    assertTrue(names.indexOf("question") < names.indexOf("layerSlider"));
    assertEquals(List.of("exportButton", "message"), names.subList(names.size() - 2, names.size()));
  }

  @Test
  void theVectorsPageAndItsSheet(FxRobot robot) throws TimeoutException {
    open(robot, Page.VECTORS);
    until(() -> !table().getItems().isEmpty());
    assertEquals(
        List.of("searchField", "combineButton", "importButton", "table", "message"), page(robot));
    robot.interact(() -> table().requestFocus());
    robot.type(KeyCode.DOWN).type(KeyCode.HOME);
    until(() -> node("#nameField", Node.class) != null && node("#useButton", Node.class) != null);
    until(() -> !node("#deleteButton", Node.class).isDisabled());
    assertEquals(
        List.of(
            "searchField",
            "combineButton",
            "importButton",
            "table",
            "nameField",
            "tagsField",
            "noteArea",
            "What the file says",
            "useButton",
            "mixButton",
            "exportVectorButton",
            "duplicateButton",
            "deleteButton",
            "message"),
        page(robot));
    robot.interact(() -> node("#exportVectorButton", Node.class).requestFocus());
    robot.type(KeyCode.SPACE);
    until(() -> scene.lookup("#formatBox") != null);
    assertEquals(
        List.of("formatBox", "oneLayer", "strengthKept", "bundleButton", "Close", "exportButton"),
        walk().stream().map(KeyboardWalkUiTest::name).toList());
    robot.type(KeyCode.ESCAPE);
    until(() -> scene.lookup("#formatBox") == null);
    assertSame(node("#exportVectorButton", Node.class), scene.getFocusOwner());
  }

  @Test
  void theExtractPageWhosePairsAreTickedByKey(FxRobot robot) throws TimeoutException {
    open(robot, Page.EXTRACT);
    fire(robot, "#makeMenu", 0);
    until(() -> table().getItems().size() == 50);
    until(() -> !node("#densifyMenu", Node.class).isDisabled());
    fire(robot, "#densifyMenu", 2);
    Label summary = node("#summary", Label.class);
    until(() -> summary.getText().startsWith("50 pairs · 50 in use"));
    robot.interact(() -> table().requestFocus());
    robot.type(KeyCode.HOME).type(KeyCode.SPACE);
    until(() -> summary.getText().startsWith("50 pairs · 49 in use"));
    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT).type(KeyCode.SPACE);
    until(() -> summary.getText().startsWith("50 pairs · 50 in use"));
    robot.type(KeyCode.SPACE);
    until(() -> summary.getText().startsWith("50 pairs · 48 in use"));
    robot.interact(() -> node("#extractButton", ButtonBase.class).fire());
    until(() -> node("#layers", TableView.class).getItems().size() == 2);
    robot.interact(ui.notices::dismiss);
    assertEquals(
        List.of(
            "importButton",
            "makeMenu",
            "wanted",
            "densifyMenu",
            "removeButton",
            "clearButton",
            "saveButton",
            "formBox",
            "table",
            "sparse",
            "dense",
            "readingBox",
            "methodBox",
            "normalised",
            "extractButton",
            "layers",
            "useButton",
            "saveButton",
            "message"),
        page(robot));
  }

  private void fire(FxRobot robot, String menu, int item) {
    robot.interact(() -> node(menu, MenuButton.class).getItems().get(item).fire());
  }

  @Test
  void theSweepPageWhoseMapIsOneStop(FxRobot robot) throws TimeoutException {
    open(robot, Page.SWEEP);
    robot.interact(
        () -> {
          node("#layersField", TextField.class).setText("2,4");
          node("#listedStrengths", RadioButton.class).setSelected(true);
          node("#strengthsField", TextField.class).setText("0, 3");
          node("#sweepRun", ButtonBase.class).fire();
        });
    until(() -> node("#progressText", Label.class).getText().startsWith("Chosen"));
    robot.interact(ui.notices::dismiss);
    robot.interact(() -> scene.lookup(".heat-cell").requestFocus());
    assertEquals("layer 4, strength 3.0", after(robot, KeyCode.RIGHT));
    assertEquals("layer 2, strength 3.0", after(robot, KeyCode.DOWN));
    assertEquals("layer 2, strength 3.0", after(robot, KeyCode.DOWN));
    assertEquals(2, ui.parts.steering().stateProperty().get().layer());
    assertEquals(3, ui.parts.steering().stateProperty().get().strength());
    assertEquals("layer 2, strength 0.0", after(robot, KeyCode.LEFT));
    assertEquals("layer 4, strength 0.0", after(robot, KeyCode.UP));
    List<String> names = new ArrayList<>(page(robot));
    String cell = names.remove(names.indexOf("listLink") + 1);
    assertTrue(Character.isDigit(cell.charAt(0)), cell);
    assertEquals(
        List.of(
            "problemMenu",
            "limitField",
            "splitField",
            "seedField",
            "layerStrip",
            "layersField",
            "listedStrengths",
            "strengthsField",
            "randomField",
            "shuffledField",
            "otherLayers",
            "flippedBox",
            "conciseBox",
            "choiceBox",
            "measureLink",
            "changeLink",
            "sweepRun",
            "measureBox",
            "reportButton",
            "exportMenu",
            "listLink",
            "problemsToggle",
            "openButton",
            "problemTable",
            "message"),
        names);
  }

  @Test
  void theListOfSweepsWithOneInIt(FxRobot robot) throws TimeoutException {
    open(robot, Page.SWEEP);
    robot.interact(
        () -> {
          node("#layersField", TextField.class).setText("4");
          node("#limitField", NumberField.class).setValue(4);
          node("#sweepRun", ButtonBase.class).fire();
        });
    until(() -> node("#progressText", Label.class).getText().startsWith("Chosen"));
    robot.interact(() -> node("#listLink", Hyperlink.class).fire());
    until(() -> node("#sweepList", ListView.class).getItems().size() == 1);
    robot.interact(() -> node("#sweepList", ListView.class).getSelectionModel().clearAndSelect(0));
    robot.interact(ui.notices::dismiss);
    List<String> names = page(robot);
    assertEquals(
        List.of(
            "listLink",
            "openSweepFolder",
            "sweepList",
            "openSweep",
            "reportSweep",
            "deleteSweep",
            "message"),
        names.subList(names.indexOf("listLink"), names.size()));
    List<String> range = List.of("rangedStrengths", "fromField", "toField", "stepField");
    int at = names.indexOf("rangedStrengths");
    assertEquals(range, names.subList(at, at + 4));
  }

  private String after(FxRobot robot, KeyCode arrow) {
    robot.type(arrow);
    String said = scene.getFocusOwner().getAccessibleText();
    return said.substring(said.indexOf("layer")).replace(", chosen", "");
  }
}
