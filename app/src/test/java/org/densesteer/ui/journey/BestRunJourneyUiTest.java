package org.densesteer.ui.journey;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.densesteer.common.Texts;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.ui.trace.Staleness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Forty runs: the densest is found by its figures, starred, compared, and taken into a paper. */
@ExtendWith(ApplicationExtension.class)
class BestRunJourneyUiTest {

  private static final int RUNS = 40;

  @TempDir Path home;
  @TempDir Path files;
  private Journey here;

  @Start
  private void start(Stage stage) {
    here = Journey.ofSample(stage, home);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(here.ui::close);
  }

  private static RunArm steered(Run run) {
    return run.arm("steered").orElseThrow();
  }

  private static double density(Run run) {
    return steered(run).figures().measures().answer().density();
  }

  private ListView<?> list() {
    return (ListView<?>) here.find(".run-list");
  }

  private void choose(FxRobot robot, int... rows) {
    robot.interact(
        () -> {
          list().getSelectionModel().clearSelection();
          for (int row : rows) {
            list().getSelectionModel().select(row);
          }
        });
  }

  private Node starOfTheFirst() {
    return here.scene.getRoot().lookupAll(".run-star").stream()
        .filter(Node::isVisible)
        .min((one, other) -> Double.compare(top(one), top(other)))
        .orElseThrow();
  }

  private static double top(Node node) {
    return node.localToScene(node.getBoundsInLocal()).getMinY();
  }

  /** Opens the run that is chosen, and saves its first chart. */
  private void save(FxRobot robot, String name) throws TimeoutException {
    robot.clickOn("Open in the panes");
    until(() -> here.staleness(1) == Staleness.FROM_NOTEBOOK);
    here.ui.dialogs.answer = files.resolve(name);
    MenuButton chart = (MenuButton) here.scene.getRoot().lookupAll(".chart-more").iterator().next();
    robot.interact(() -> chart.getItems().get(0).fire());
    until(() -> here.scene.lookup("#formatBox") != null);
    robot.interact(() -> ((ComboBox<?>) here.find("#formatBox")).getSelectionModel().select(0));
    robot.interact(((Button) here.find("#saveButton"))::fire);
    until(() -> Files.exists(files.resolve(name)));
    until(() -> here.scene.lookup("#formatBox") == null);
  }

  private static String settings(Path pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return document.getDocumentInformation().getCustomMetadataValue("DenseSteerSettings");
    }
  }

  @Test
  void theBestOfFortyRunsIsFoundStarredComparedAndExported(FxRobot robot) throws Exception {
    here.ready();
    robot.interact(() -> here.ui.settings.floorProperty().set(false));
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      double strength = -0.4 + 0.1 * (i % 9);
      robot.interact(() -> here.ui.steering().setStrength(strength));
      runs.add(here.run());
    }
    double best =
        runs.stream()
            .filter(run -> steered(run).whole())
            .mapToDouble(run -> density(run))
            .max()
            .orElseThrow();

    Journey.control(KeyCode.H);
    until(() -> here.scene.lookup(".run-list") != null && list().getItems().size() == RUNS);
    ComboBox<?> order = (ComboBox<?>) here.find("#orderBox");
    robot.interact(() -> order.getSelectionModel().select(1));
    choose(robot, 0);
    robot.interact(((Button) starOfTheFirst())::fire);
    until(() -> starOfTheFirst().getAccessibleText().equals("Take the star off"));
    robot.interact(((ToggleButton) here.find("#starredToggle"))::fire);
    until(() -> list().getItems().size() == 1);
    robot.interact(((ToggleButton) here.find("#starredToggle"))::fire);
    until(() -> list().getItems().size() == RUNS);

    choose(robot, 0, RUNS - 1);
    robot.clickOn("#compareButton");
    until(() -> here.scene.lookup(".diff-text") != null);
    assertEquals(2, here.scene.getRoot().lookupAll(".diff-text").size());
    robot.type(KeyCode.ESCAPE);
    until(() -> here.scene.lookup(".diff-text") == null);

    MenuItem latex =
        ((MenuButton) here.find("#copyButton"))
            .getItems().stream()
                .filter(item -> item.getText().startsWith("LaTeX"))
                .findFirst()
                .orElseThrow();
    String[] table = new String[1];
    robot.interact(() -> Clipboard.getSystemClipboard().clear());
    robot.interact(latex::fire);
    until(
        () -> {
          robot.interact(() -> table[0] = Clipboard.getSystemClipboard().getString());
          return table[0] != null;
        });
    assertTrue(table[0].contains("\\toprule"), table[0]);
    assertTrue(table[0].contains(Texts.of("%.2f", best)), table[0]);

    choose(robot, 0);
    save(robot, "best.pdf");
    Run shown = Objects.requireNonNull(find(runs, settings(files.resolve("best.pdf"))));
    assertEquals(best, density(shown));
    Journey.control(KeyCode.H);
    until(() -> here.scene.lookup(".run-list") != null);
    choose(robot, RUNS - 1);
    save(robot, "other.pdf");
    assertTrue(density(find(runs, settings(files.resolve("other.pdf")))) < best);
  }

  /** The run that a figure names. */
  private static Run find(List<Run> runs, String settings) {
    return runs.stream().filter(run -> settings.contains(run.id())).findFirst().orElseThrow();
  }
}
