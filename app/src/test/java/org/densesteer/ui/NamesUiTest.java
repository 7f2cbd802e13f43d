package org.densesteer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.ui.common.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every control of every page and sheet has a name that a screen reader can say. */
@ExtendWith(ApplicationExtension.class)
class NamesUiTest {

  @TempDir Path folder;

  private final TreeSet<String> nameless = new TreeSet<>();
  private int seen;
  private UiParts ui;
  private Scene scene;

  @Start
  private void start(Stage stage) {
    ui = new UiParts(0, folder);
    scene = ui.show(stage);
  }

  @BeforeEach
  void waitUntilReady() throws TimeoutException {
    until(() -> !scene.lookup("#runButton").isDisabled());
    until(() -> ui.parts.steering().scaleProperty().get().known());
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void check(FxRobot robot, String where) {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(
        () -> {
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          walk(scene.getRoot(), where);
        });
  }

  private void walk(Node node, String where) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Control control && isOperated(control)) {
      seen++;
      if (name(control).isBlank()) {
        nameless.add(where + ": " + control);
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, where));
    }
  }

  /** What is operated; not what the skins of such are made of. */
  private static boolean isOperated(Control control) {
    boolean kind =
        control instanceof ButtonBase
            || control instanceof TextInputControl
            || control instanceof ComboBoxBase<?>
            || control instanceof Slider
            || control instanceof ListView<?>
            || control instanceof TableView<?>;
    for (Parent above = control.getParent(); above != null; above = above.getParent()) {
      if (above instanceof ComboBoxBase<?> || above instanceof javafx.scene.control.Spinner<?>) {
        return false;
      }
    }
    return kind;
  }

  private String name(Control control) {
    if (control.getAccessibleText() != null) {
      return control.getAccessibleText();
    }
    if (control instanceof Labeled labeled && labeled.getText() != null) {
      return labeled.getText();
    }
    return scene.getRoot().lookupAll(".label").stream()
        .filter(node -> node instanceof Label label && label.getLabelFor() == control)
        .map(node -> ((Label) node).getText())
        .findFirst()
        .orElse("");
  }

  @Test
  void everyControlHasAName(FxRobot robot) throws TimeoutException {
    robot.clickOn("#runButton");
    until(() -> ui.parts.compare().runProperty().get() != null);
    for (Page page : Page.values()) {
      robot.interact(() -> ui.parts.shell().pageProperty().set(page));
      check(robot, page.title());
    }
    robot.interact(() -> ui.parts.shell().pageProperty().set(Page.COMPARE));
    robot.interact(() -> ui.parts.shell().drawer().toggle());
    check(robot, "drawer");
    robot.interact(() -> ui.parts.shell().drawer().close());
    sheet(robot, "help", KeyCode.F1);
    robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
    check(robot, "palette");
    robot.type(KeyCode.ESCAPE);
    sheet(robot, "figure", null);
    robot.interact(() -> ui.notices.show(org.densesteer.ui.common.Notice.error("No.")));
    check(robot, "notice");
    assertTrue(seen > 100, seen + " controls");
    assertEquals(new TreeSet<>(), nameless);
  }

  private void sheet(FxRobot robot, String name, @org.jspecify.annotations.Nullable KeyCode key) {
    if (key == null) {
      javafx.scene.control.MenuButton more =
          (javafx.scene.control.MenuButton) scene.lookup(".chart-more");
      robot.interact(() -> more.getItems().get(0).fire());
    } else {
      robot.type(key);
    }
    check(robot, name);
    robot.type(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
