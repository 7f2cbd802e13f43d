package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorExport;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.ui.common.FxDialogService;
import org.densesteer.ui.common.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every control of every sheet, and of what a page shows only at a choice, has a name. */
@ExtendWith(ApplicationExtension.class)
class SheetNamesUiTest {

  private static final Pattern ID = Pattern.compile("(?:fx:)?id=\"(\\w+)\"");
  private static final Pattern ROOT = Pattern.compile("styleClass=\"sheet[\",]");

  private static final NameWalk NAMES = new NameWalk();
  private static final Set<String> WALKED = new TreeSet<>();

  @TempDir Path folder;

  private UiParts ui;
  private Scene scene;
  private Stage stage;
  private QuickKeys keys;

  @Start
  private void start(Stage shown) {
    stage = shown;
    ui = new UiParts(0, folder);
    scene = ui.show(shown);
  }

  @BeforeEach
  void waitUntilReady() throws TimeoutException {
    until(() -> !scene.lookup("#runButton").isDisabled());
    until(() -> ui.parts.steering().scaleProperty().get().known());
    keys = new QuickKeys();
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(ui::close);
  }

  private void press(FxRobot robot, String button) throws TimeoutException {
    until(() -> find(button) != null && !find(button).isDisabled());
    robot.interact(() -> ((ButtonBase) find(button)).fire());
  }

  private Node find(String query) {
    return scene.lookup(query);
  }

  /** Chooses an entry of a menu by how its name begins. */
  private void choose(FxRobot robot, String menuButton, String begins) throws TimeoutException {
    until(() -> find(menuButton) != null && !find(menuButton).isDisabled());
    choose(robot, (MenuButton) find(menuButton), begins);
  }

  private static void choose(FxRobot robot, MenuButton menu, String begins) {
    robot.interact(menu::show);
    robot.interact(
        () -> {
          MenuItem item =
              menu.getItems().stream()
                  .filter(each -> each.getText() != null && each.getText().startsWith(begins))
                  .findFirst()
                  .orElseThrow(() -> new AssertionError(begins + " in " + menu.getItems()));
          menu.hide();
          item.fire();
        });
  }

  /** Finds a command by name, as a person does. */
  private void command(FxRobot robot, String name) throws TimeoutException {
    keys.type(KeyCode.CONTROL, KeyCode.K);
    until(() -> find("#typed") != null && find("#typed").isFocused());
    robot.interact(() -> ((TextField) find("#typed")).setText(name));
    keys.type(KeyCode.ENTER);
    until(() -> find("#typed") == null);
  }

  private static void look(String where) {
    look(NAMES, where);
  }

  private static void look(NameWalk names, String where) {
    QuickKeys.settle();
    QuickKeys.inWindow(
        () -> {
          names.look(where);
          return true;
        });
  }

  /** Looks at the sheet that is shown, which is that of a view's file, and leaves it. */
  private void sheet(String file) throws TimeoutException {
    until(() -> find("#overlay .sheet") != null);
    NameWalk before = new NameWalk();
    look(before, file);
    assertTrue(before.ids().containsAll(idsOf(Path.of("fxml", file))), file + " is not shown");
    look(file);
    WALKED.add(file);
    keys.type(KeyCode.ESCAPE);
    until(() -> find("#overlay .sheet") == null);
  }

  private static Set<String> idsOf(Path view) {
    Set<String> ids = new TreeSet<>();
    Matcher found = ID.matcher(read(view));
    while (found.find()) {
      ids.add(found.group(1));
    }
    // Groups of buttons are no nodes.
    ids.removeIf(id -> id.endsWith("Group"));
    return ids;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> sheets() throws IOException {
    try (Stream<Path> views = Files.list(Path.of("fxml"))) {
      return new TreeSet<>(
          views
              .filter(view -> ROOT.matcher(read(view)).find())
              .map(view -> view.getFileName().toString())
              .toList());
    }
  }

  @AfterAll
  static void everySheetWasWalkedAndEveryControlHasAName() throws IOException {
    assertEquals(Set.of(), NAMES.nameless());
    assertEquals(sheets(), WALKED, "sheets of the window, and those that are walked");
    assertTrue(NAMES.seen() > 200, NAMES.seen() + " controls");
  }

  @Test
  void whatThePanelsShowAtAChoice(FxRobot robot) throws TimeoutException {
    panels(robot);
    outside(robot);
  }

  @Test
  void sheetsThatAreCommands(FxRobot robot) throws TimeoutException {
    press(robot, "#runButton");
    until(() -> ui.parts.compare().runProperty().get() != null);
    byCommand(robot);
  }

  @Test
  void sheetsOfPages(FxRobot robot) throws TimeoutException {
    press(robot, "#runButton");
    until(() -> ui.parts.compare().runProperty().get() != null);
    ofCompare(robot);
    ofVectors(robot);
    ofNotebook(robot);
  }

  @Test
  void sheetsOfProblemsAndSessions(FxRobot robot) throws Exception {
    ofProblems(robot);
    ofSessions(robot);
  }

  private void panels(FxRobot robot) throws TimeoutException {
    ComboBox<?> gates = (ComboBox<?>) find("#gateBox");
    for (int i = 0; i < gates.getItems().size(); i++) {
      int at = i;
      robot.interact(() -> gates.getSelectionModel().select(at));
      look("gate " + gates.getValue());
      probe(robot);
    }
    robot.interact(() -> gates.getSelectionModel().select(0));
    ComboBox<?> decoding = (ComboBox<?>) find("#decoding");
    robot.interact(() -> decoding.getSelectionModel().select(1));
    robot.interact(() -> ((TitledPane) find("#variablesPane")).setExpanded(true));
    look("sampled");
    robot.interact(() -> decoding.getSelectionModel().select(0));
    choose(robot, "#armMenu", "Random direction");
    look("arms");
  }

  /** The sheet that a gate by a probe leads to, once. */
  private void probe(FxRobot robot) throws TimeoutException {
    Optional<MenuButton> probes =
        scene.getRoot().lookupAll(".menu-button").stream()
            .map(MenuButton.class::cast)
            .filter(menu -> "Probe".equals(menu.getAccessibleText()))
            .findFirst();
    if (probes.isPresent() && !WALKED.contains("probe.fxml")) {
      choose(robot, probes.get(), "Make");
      sheet("probe.fxml");
    }
  }

  private void byCommand(FxRobot robot) throws TimeoutException {
    keys.type(KeyCode.CONTROL, KeyCode.K);
    sheet("palette.fxml");
    keys.type(KeyCode.F1);
    sheet("help.fxml");
    for (String[] each :
        new String[][] {
          {"About", "about.fxml"},
          {"Get a model", "get-model.fxml"},
          {"Save the session as", "session-save.fxml"},
          {"Small batch at this", "small-batch.fxml"},
          {"Words lifted", "words.fxml"},
          {"Alignment map", "alignment.fxml"},
          {"Two-choice test", "choice.fxml"},
        }) {
      command(robot, each[0]);
      sheet(each[1]);
    }
    command(robot, "Take the tour");
    until(() -> Window.getWindows().stream().anyMatch(w -> w.getScene().lookup("#tour") != null));
    look("tour");
    keys.type(KeyCode.ESCAPE);
  }

  private void ofCompare(FxRobot robot) throws TimeoutException {
    choose(robot, "#armMenu", "Another strength");
    sheet("arm.fxml");
    choose(robot, "#fanButton", "Other strengths");
    sheet("fan.fxml");
    press(robot, "#exportButton");
    sheet("export.fxml");
    robot.interact(() -> ((MenuButton) find(".chart-more")).getItems().get(0).fire());
    sheet("figure.fxml");
  }

  private void ofVectors(FxRobot robot) throws TimeoutException {
    Path file = folder.resolve("other.safetensors");
    VectorExport.write(
        Samples.vector(6, 192), ExportOptions.of(VectorFormats.forFileName(file.toString())), file);
    robot.interact(() -> ui.parts.take(List.of(file)));
    sheet("vectors-import.fxml");
    robot.interact(() -> ui.parts.shell().pageProperty().set(Page.VECTORS));
    press(robot, "#combineButton");
    sheet("vectors-combine.fxml");
  }

  private void ofNotebook(FxRobot robot) throws TimeoutException {
    robot.interact(() -> ui.parts.shell().pageProperty().set(Page.NOTEBOOK));
    until(() -> find(".run-list") instanceof ListView<?> list && !list.getItems().isEmpty());
    robot.interact(() -> ((ListView<?>) find(".run-list")).getSelectionModel().select(0));
    press(robot, "#compareButton");
    sheet("run-diff.fxml");
    robot.interact(() -> ui.parts.shell().pageProperty().set(Page.COMPARE));
  }

  private void ofProblems(FxRobot robot) throws Exception {
    choose(robot, "#problemMenu", "Add this question");
    until(
        () -> {
          robot.interact(((MenuButton) find("#problemMenu"))::show);
          robot.interact(((MenuButton) find("#problemMenu"))::hide);
          return ((MenuButton) find("#problemMenu"))
              .getItems().stream()
                  .anyMatch(i -> i.getText() != null && i.getText().startsWith("Right answer"));
        });
    choose(robot, "#problemMenu", "Right answer");
    sheet("own-answer.fxml");
    ui.dialogs.answer =
        Files.writeString(folder.resolve("unknown.json"), "[{\"ask\":\"4 + 3?\",\"so\":\"7\"}]");
    MenuButton menu = (MenuButton) find("#problemMenu");
    robot.interact(() -> menu.getItems().get(menu.getItems().size() - 1).fire());
    until(
        () ->
            ui.notices.shownProperty().get() != null
                && ui.notices.shownProperty().get().offer() != null);
    robot.interact(
        () ->
            Objects.requireNonNull(Objects.requireNonNull(ui.notices.shownProperty().get()).offer())
                .action()
                .run());
    sheet("problem-fields.fxml");
  }

  private void ofSessions(FxRobot robot) throws Exception {
    ui.dialogs.answer = folder.resolve("kept.densesteer");
    command(robot, "Save the session as");
    press(robot, "#saveSession");
    until(() -> Files.exists(folder.resolve("kept.densesteer")));
    until(() -> stage.getTitle().startsWith("kept"));
    robot.interact(() -> ui.parts.steering().moveStrength(1, false));
    until(() -> !ui.session().unsavedProperty().getValue().isEmpty());
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    sheet("leave.fxml");

    Path open = folder.resolve("sessions").resolve("open");
    until(() -> Files.list(open).anyMatch(file -> file.toString().endsWith(".json")));
    Path own = Files.list(open).filter(f -> f.toString().endsWith(".json")).findFirst().get();
    Files.copy(own, open.resolve("first.json"));
    Files.copy(own, open.resolve("second.json"));
    UiParts before = ui;
    robot.interact(
        () -> {
          before.close();
          stage.hide();
          ui = new UiParts(0, folder);
          stage = new Stage();
          scene = ui.show(stage);
        });
    waitUntilReady();
    command(robot, "Windows that were not closed");
    sheet("session-recovery.fxml");
  }

  private void outside(FxRobot robot) {
    robot.interact(() -> new FxDialogService(stage).showDetails("Cannot read x.", "Where."));
    look("details");
    robot.interact(() -> ui.parts.shell().togglePresenting());
    look("stage");
  }
}
