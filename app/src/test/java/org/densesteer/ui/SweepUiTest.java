package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.sweep.ForestView;
import org.densesteer.ui.sweep.LayerStrip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SweepUiTest {

  @TempDir Path sweeps;

  private UiParts ui;
  private Scene scene;

  /** Requests to close the window that came through; the toolkit of the tests grants none. */
  private int left;

  @Start
  private void start(Stage stage) {
    stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, event -> left++);
    ui = new UiParts(0, sweeps);
    scene = ui.show(stage);
  }

  private <T> T node(String query, Class<T> type) {
    return type.cast(scene.lookup(query));
  }

  @Test
  void aSweepIsRunACellChosenAndItsProblemOpened(FxRobot robot) throws TimeoutException {
    until(() -> !node("#runButton", Button.class).isDisabled());
    robot.clickOn("#pageSweep");
    until(() -> scene.lookup("#layersField") != null);
    robot.interact(
        () -> {
          node("#layersField", TextField.class).setText("2,4");
          node("#listedStrengths", RadioButton.class).setSelected(true);
          node("#strengthsField", TextField.class).setText("0, 3");
        });
    robot.clickOn("Run sweep");
    until(
        () ->
            scene.lookup("#progressText") instanceof Label label
                && label.getText().startsWith("Chosen"));
    assertEquals(4, scene.getRoot().lookupAll(".heat-cell").size());
    ToggleButton cell =
        (ToggleButton)
            scene.getRoot().lookupAll(".heat-cell").stream()
                .filter(n -> n.getAccessibleText().contains("layer 4, strength 3"))
                .findFirst()
                .orElseThrow();
    robot.clickOn(cell);
    assertEquals(4, ui.parts.steering().stateProperty().get().layer());
    assertEquals(3, ui.parts.steering().stateProperty().get().strength());
    TableView<?> table = node("#problemTable", TableView.class);
    assertEquals(50, table.getItems().size());
    assertTrue(node("#cellTitle", Label.class).getText().contains("against the baseline"));
    int before = ui.engine.requests.size();
    robot.interact(table::requestFocus);
    robot.type(KeyCode.ENTER);
    until(() -> scene.lookup("#strengthSlider") != null);
    until(() -> ui.engine.requests.size() > before);
  }

  /** Answers come slowly enough for the window to be closed between two of them. */
  private void beginSlowly(FxRobot robot) throws TimeoutException {
    until(() -> !node("#runButton", Button.class).isDisabled());
    robot.clickOn("#pageSweep");
    until(() -> scene.lookup("#layersField") != null);
    until(() -> !node("#sweepRun", Button.class).isDisabled());
    ui.engine.holdAnswers = true;
    robot.interact(() -> node("#sweepRun", Button.class).fire());
    until(() -> !node("#sweepStop", Button.class).isDisabled());
  }

  private void close(FxRobot robot) {
    Window window = scene.getWindow();
    robot.interact(
        () -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void leavingWhileASweepRunsAsksAndKeepsWhatIsAnswered(FxRobot robot) throws TimeoutException {
    beginSlowly(robot);
    close(robot);
    assertEquals(0, left);
    assertTrue(node("#leaveText", Label.class).getText().startsWith("A sweep is under way."));
    robot.type(KeyCode.ENTER);
    until(() -> scene.lookup("#leaveText") == null);
    assertEquals(0, left);
    close(robot);
    robot.clickOn("#leaveButton");
    until(() -> left == 1);
    ui.engine.holdAnswers = false;
  }

  @Test
  void theQuestionGoesWithWhatItWasAbout(FxRobot robot) throws TimeoutException {
    beginSlowly(robot);
    close(robot);
    ui.engine.holdAnswers = false;
    until(() -> scene.lookup("#leaveText") == null);
    assertEquals(0, left);
    close(robot);
    assertEquals(1, left);
  }

  @Test
  void theListOpensASweepAndTakesOneAway(FxRobot robot) throws TimeoutException {
    until(() -> !node("#runButton", Button.class).isDisabled());
    robot.clickOn("#pageSweep");
    until(() -> scene.lookup("#layersField") != null);
    until(() -> !node("#nothingListed", Label.class).getText().startsWith("Looking"));
    robot.interact(
        () -> {
          node("#layersField", TextField.class).setText("5");
          node("#listedStrengths", RadioButton.class).setSelected(true);
          node("#strengthsField", TextField.class).setText("0, 2");
          node("#sweepRun", Button.class).fire();
        });
    until(() -> node("#progressText", Label.class).getText().startsWith("Chosen"));
    robot.clickOn("#listLink");
    ListView<?> list = node("#sweepList", ListView.class);
    until(() -> !list.getItems().isEmpty());
    int before = list.getItems().size();
    robot.interact(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(0);
        });
    assertTrue(node("#goOnSweep", Button.class).isDisabled(), "finished");
    assertFalse(node("#reportSweep", Button.class).isDisabled());
    robot.type(KeyCode.ENTER);
    until(() -> !scene.getRoot().lookupAll(".heat-cell").isEmpty());
    until(() -> node("#sweepSplit", SplitPane.class).isVisible());
    robot.clickOn("#listLink");
    until(() -> list.getItems().size() == before);
    robot.interact(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(0);
        });
    robot.type(KeyCode.DELETE);
    until(() -> list.getItems().size() == before - 1);
    until(() -> ui.notices.shownProperty().get() != null);
    robot.interact(() -> ui.notices.shownProperty().get().offer().action().run());
    until(() -> list.getItems().size() == before);
  }

  private boolean marked(String field) {
    return node(field, TextField.class).getPseudoClassStates().stream()
        .anyMatch(state -> state.getPseudoClassName().equals("wrong"));
  }

  private boolean says(String label, String words) {
    Label said = node(label, Label.class);
    return said.isVisible() && said.getText().contains(words);
  }

  @Test
  void theFormMarksWhatIsWrongAndSaysWhy(FxRobot robot) throws TimeoutException {
    until(() -> !node("#runButton", Button.class).isDisabled());
    robot.clickOn("#pageSweep");
    until(() -> scene.lookup("#layersField") != null);
    robot.interact(() -> node("#stepField", TextField.class).setText("x"));
    assertTrue(says("#strengthsFlaw", "is not a range of strengths"));
    assertTrue(marked("#stepField") && !marked("#fromField") && !marked("#toField"));
    assertTrue(node("#sweepRun", Button.class).isDisabled());
    robot.interact(
        () -> {
          node("#fromField", TextField.class).setText("-2");
          node("#toField", TextField.class).setText("2");
          node("#stepField", TextField.class).setText("0,5");
          node("#layersField", TextField.class).setText("0-8");
          node("#shuffledField", NumberField.class).setValue(2);
        });
    assertFalse(node("#strengthsFlaw", Label.class).isVisible());
    assertFalse(marked("#stepField"));
    assertTrue(marked("#layersField"));
    assertTrue(says("#layersFlaw", "The model has no layer 6: its layers are 0 to 5."));
    assertTrue(marked("#shuffledField") && !marked("#otherLayers"));
    assertTrue(says("#placebosFlaw", "no shuffled-pair control"));
    robot.interact(
        () -> {
          node("#shuffledField", NumberField.class).setValue(0);
          node("#layersField", TextField.class).setText("2");
        });
    assertTrue(says("#summary", "1 layer × 9 strengths = 9 cells"), "decimal comma in a box");
    assertFalse(node("#sweepRun", Button.class).isDisabled());
  }

  @Test
  void layersAreChosenOnTheStripByKey(FxRobot robot) throws TimeoutException {
    until(() -> !node("#runButton", Button.class).isDisabled());
    robot.clickOn("#pageSweep");
    until(() -> scene.lookup("#layersField") != null);
    TextField typed = node("#layersField", TextField.class);
    assertEquals("0-5", typed.getText());
    robot.interact(() -> node("#layerStrip", LayerStrip.class).requestFocus());
    robot.type(KeyCode.SPACE).type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.SPACE);
    assertEquals("1,3-5", typed.getText());
    robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT, KeyCode.RIGHT).release(KeyCode.SHIFT);
    assertEquals("1,5", typed.getText());
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    assertEquals("0-5", typed.getText());
    assertTrue(scene.getFocusOwner().getAccessibleText().contains("layer 4 chosen"));
  }

  @Test
  void whatComesFromCompareIsReadInTheFormAndChangedThere(FxRobot robot) throws TimeoutException {
    until(() -> !node("#runButton", Button.class).isDisabled());
    robot.clickOn("#pageSweep");
    until(() -> scene.lookup("#takenBox") != null);
    List<String> lines =
        node("#takenBox", VBox.class).getChildren().stream()
            .map(line -> ((Label) line).getText())
            .toList();
    assertEquals(
        List.of(
            "Model: Scripted model · float32",
            "Vector: dense-last",
            "Steers: add · prompt and response",
            "Decoding: greedy · at most 512 tokens",
            "System turn: the template’s own",
            "Template variables: none",
            "Repetition penalty: none"),
        lines);
    robot.interact(() -> node("#changeLink", Hyperlink.class).fire());
    until(() -> scene.lookup("#layerSlider") != null);
  }

  @Test
  void theTimeIsEstimatedFromAMeasuredSpeed(FxRobot robot) throws TimeoutException {
    until(() -> !node("#runButton", Button.class).isDisabled());
    robot.clickOn("#pageSweep");
    until(() -> scene.lookup("#measureLink") != null);
    until(() -> says("#estimate", "no speed of this model was measured yet"));
    robot.interact(() -> node("#measureLink", Hyperlink.class).fire());
    until(() -> says("#estimate", "as a short trial measured on"));
    robot.interact(() -> node("#limitField", NumberField.class).setValue(40));
    // 20 × 49 on the tuning part; baseline, cell and the four placebos on the other 20.
    assertTrue(says("#estimate", "1,100 answers"), node("#estimate", Label.class).getText());
    robot.interact(() -> node("#limitField", NumberField.class).setValue(80));
    assertTrue(says("#estimate", "2,200 answers"));
  }

  @Test
  void theChosenCellStandsAboveItsPlacebos(FxRobot robot) throws TimeoutException {
    until(() -> !node("#runButton", Button.class).isDisabled());
    robot.clickOn("#pageSweep");
    until(() -> scene.lookup("#layersField") != null);
    robot.interact(
        () -> {
          node("#layersField", TextField.class).setText("5");
          node("#listedStrengths", RadioButton.class).setSelected(true);
          node("#strengthsField", TextField.class).setText("0, 2");
          node("#sweepRun", Button.class).fire();
        });
    until(() -> node("#progressText", Label.class).getText().startsWith("Chosen"));
    until(() -> node("#forest", ForestView.class).isVisible());
    List<String> names =
        scene.getRoot().lookupAll(".forest-text").stream()
            .map(label -> ((Label) label).getText())
            .filter(text -> !text.contains("[") && !text.matches("[+−–0-9.].*"))
            .toList();
    assertEquals(List.of("chosen cell", "random-1", "random-2", "random-3", "flip"), names);
    // Random directions push as hard as the vector, and the script asks for no more than that.
    assertEquals("Within what placebos do", node("#forestVerdict", Label.class).getText());
    assertTrue(says("#forestSentences", "3 of 3 placebos changed density at least as much"));
    robot.clickOn("#problemsToggle");
    assertTrue(node("#problemTable", TableView.class).isVisible());
  }

  private void export(FxRobot robot, String item) {
    robot.interact(
        () ->
            node("#exportMenu", MenuButton.class).getItems().stream()
                .filter(each -> item.equals(each.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void tablesAndFiguresLeaveWithTheSweepsSettingsInside(FxRobot robot) throws Exception {
    until(() -> !node("#runButton", Button.class).isDisabled());
    robot.clickOn("#pageSweep");
    until(() -> scene.lookup("#layersField") != null);
    robot.interact(() -> node("#layersField", TextField.class).setText("5"));
    robot.interact(() -> node("#sweepRun", Button.class).fire());
    until(() -> node("#progressText", Label.class).getText().startsWith("Chosen"));
    for (String figure : List.of("Heat map as PDF, SVG or PNG…", "Placebos as PDF, SVG or PNG…")) {
      Path file = sweeps.resolve(figure.charAt(0) + ".pdf");
      ui.dialogs.answer = file;
      export(robot, figure);
      until(() -> scene.lookup("#formatBox") != null);
      robot.interact(() -> node("#formatBox", ComboBox.class).getSelectionModel().select(0));
      robot.interact(() -> node("#saveButton", Button.class).fire());
      until(() -> Files.exists(file) && scene.lookup("#formatBox") == null);
      try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
        String made = pdf.getDocumentInformation().getCustomMetadataValue("DenseSteerSettings");
        assertTrue(made.contains("\"sweep\":{\"hash\":"), made);
        assertTrue(new PDFTextStripper().getText(pdf).contains("ensity"));
      }
    }
    export(robot, "Copy tables as LaTeX");
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertTrue(copied[0].contains("\\toprule"), copied[0]);
  }
}
