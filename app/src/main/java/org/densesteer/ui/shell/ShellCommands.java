package org.densesteer.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.densesteer.notebook.RunText;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.common.Pages;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.copies.RunCopier;
import org.densesteer.ui.help.Command;
import org.densesteer.ui.help.Help;
import org.densesteer.ui.session.SessionDesk;
import org.densesteer.ui.steering.SteeringPanel;
import org.densesteer.ui.steering.SteeringViewModel;

/**
 * What can be done from anywhere in the window, with the keys that do it.
 *
 * @param pages the pages to go to
 * @param getModel opens the dialog that gets models
 * @param session saves and opens sessions
 * @param copier takes runs away as texts
 * @param stage what can be done while presenting
 * @param closer what looks closer at a setting or an answer
 */
record ShellCommands(
    ShellViewModel shell,
    CompareViewModel compare,
    SteeringPanel panel,
    Pages pages,
    Runnable getModel,
    SessionDesk session,
    ModalOverlay overlay,
    RunCopier copier,
    Presentation stage,
    List<Command> closer) {

  /** What explains all this. */
  Help help() {
    return new Help(this::all, this::compareInSight, overlay);
  }

  /** Those and what can be done on stage, which comes first there. */
  List<Command> all() {
    boolean first = shell.presentingProperty().get();
    List<Command> commands = new ArrayList<>(everywhere());
    commands.addAll(first ? 0 : commands.size(), stage.commands());
    return commands;
  }

  /** Those whose keys count wherever one is. */
  List<Command> everywhere() {
    Help help = help();
    List<Command> commands = new ArrayList<>();
    addRunning(commands);
    addSession(commands);
    addHelp(commands, help);
    addSteering(commands);
    commands.addAll(closer);
    addCopies(commands);
    addArms(commands);
    addWindow(commands);
    return commands;
  }

  private void addRunning(List<Command> to) {
    String run = "Run";
    add(to, run, "Run both answers", this::run, shortcut(KeyCode.ENTER));
    add(to, run, "Stop at the next token", compare::stop, new KeyCodeCombination(KeyCode.ESCAPE));
    add(to, run, "Get a model", getModel);
  }

  private void addArms(List<Command> to) {
    String arms = "Arms";
    add(
        to,
        arms,
        "Fan of strengths, or close it",
        this::toggleFan,
        shortcut(KeyCode.F, KeyCombination.SHIFT_DOWN));
    add(
        to,
        arms,
        "Swap sides, or the two marked panes",
        compare.order()::swap,
        shortcut(KeyCode.X, KeyCombination.SHIFT_DOWN));
  }

  private void toggleFan() {
    shell.pageProperty().set(Page.COMPARE);
    compare.fan().toggle();
  }

  private void addSession(List<Command> to) {
    String files = "Session";
    add(to, files, "Open a session", session::open, shortcut(KeyCode.O));
    add(to, files, "Save the session", session::save, shortcut(KeyCode.S));
    add(
        to,
        files,
        "Save the session as",
        session::saveAs,
        shortcut(KeyCode.S, KeyCombination.SHIFT_DOWN));
    add(to, files, "Windows that were not closed", session::recover);
  }

  private void addSteering(List<Command> to) {
    String tune = "Steering";
    SteeringViewModel steering = panel.steering();
    add(to, tune, "Stronger", () -> steering.moveStrength(1, false), alt(KeyCode.UP));
    add(to, tune, "Weaker", () -> steering.moveStrength(-1, false), alt(KeyCode.DOWN));
    add(
        to,
        tune,
        "A little stronger",
        () -> steering.moveStrength(1, true),
        alt(KeyCode.UP, KeyCombination.SHIFT_DOWN));
    add(
        to,
        tune,
        "A little weaker",
        () -> steering.moveStrength(-1, true),
        alt(KeyCode.DOWN, KeyCombination.SHIFT_DOWN));
    add(to, tune, "Next layer", () -> steering.moveLayer(1), alt(KeyCode.RIGHT));
    add(to, tune, "Layer before", () -> steering.moveLayer(-1), alt(KeyCode.LEFT));
    add(to, tune, "Layer and strength as recommended", steering::reset);
    add(to, tune, "Strip of every layer, or stop it", () -> strip(panel::toggleLayerStrip));
    add(to, tune, "Strip of every strength, or stop it", () -> strip(panel::toggleStrengthStrip));
    add(to, tune, "Undo what the panels were set to", this::undo, shortcut(KeyCode.Z));
    add(
        to,
        tune,
        "Redo",
        this::redo,
        shortcut(KeyCode.Y),
        shortcut(KeyCode.Z, KeyCombination.SHIFT_DOWN));
  }

  private void strip(Runnable toggle) {
    shell.pageProperty().set(Page.COMPARE);
    toggle.run();
  }

  private void undo() {
    panel.steering().order().undo();
  }

  private void redo() {
    panel.steering().order().redo();
  }

  private void addCopies(List<Command> to) {
    for (RunText text : RunText.values()) {
      add(
          to,
          "Copy",
          "Copy the run as " + text.title(),
          () -> copier.copy(text, Stream.ofNullable(compare.runProperty().get()).toList()));
    }
  }

  private void addWindow(List<Command> to) {
    String window = "Window";
    for (Page page : pages.present()) {
      add(to, window, "Go to " + page.title(), () -> go(page), pageKey(page.ordinal() + 1));
    }
    add(to, window, "Notebook, or back from it", this::toggleNotebook, shortcut(KeyCode.H));
    add(
        to,
        window,
        "Notebook beside the answers, or close it",
        this::toggleDrawer,
        shortcut(KeyCode.H, KeyCombination.SHIFT_DOWN));
    add(to, window, "Present, or end presenting", shell::togglePresenting, key(KeyCode.F11));
    add(to, window, "Light or dark", shell::toggleTheme);
    add(
        to,
        window,
        "Larger text",
        shell::enlargeText,
        shortcut(KeyCode.PLUS),
        shortcut(KeyCode.EQUALS),
        shortcut(KeyCode.EQUALS, KeyCombination.SHIFT_DOWN),
        shortcut(KeyCode.ADD));
    add(
        to,
        window,
        "Smaller text",
        shell::shrinkText,
        shortcut(KeyCode.MINUS),
        shortcut(KeyCode.SUBTRACT));
    add(
        to,
        window,
        "Text of normal size",
        shell::resetText,
        shortcut(KeyCode.DIGIT0),
        shortcut(KeyCode.NUMPAD0));
  }

  private void addHelp(List<Command> to, Help help) {
    String helping = "Help";
    add(to, helping, "Keys and definitions", help::show, key(KeyCode.F1));
    add(to, helping, "Find a command", help::find, shortcut(KeyCode.K));
    add(to, helping, "Take the tour", help::tour);
    add(to, helping, "About", help::about);
  }

  private void run() {
    shell.pageProperty().set(Page.COMPARE);
    compare.run();
  }

  private void go(Page page) {
    if (!shell.presentingProperty().get()) {
      shell.pageProperty().set(page);
    }
  }

  private void toggleNotebook() {
    go(shell.pageProperty().get() == Page.NOTEBOOK ? Page.COMPARE : Page.NOTEBOOK);
  }

  /** Seen from elsewhere, it is opened in any case. */
  private void toggleDrawer() {
    boolean seen = shell.pageProperty().get() == Page.COMPARE;
    go(Page.COMPARE);
    if (!seen) {
      shell.drawer().open().set(true);
    } else if (!shell.presentingProperty().get()) {
      shell.drawer().toggle();
    }
  }

  /** Ctrl and the page's place among all pages, so that a page keeps its key. */
  static KeyCombination pageKey(int place) {
    return KeyCombination.keyCombination("Shortcut+" + place);
  }

  private Scene compareInSight() {
    shell.endPresentingIf(true);
    shell.pageProperty().set(Page.COMPARE);
    return overlay.node().getScene();
  }

  private static void add(
      List<Command> to, String group, String name, Runnable action, KeyCombination... keys) {
    to.add(new Command(group, name, List.of(keys), action));
  }

  private static KeyCombination key(KeyCode code) {
    return new KeyCodeCombination(code);
  }

  private static KeyCombination shortcut(KeyCode code, Modifier... more) {
    return combination(code, KeyCombination.SHORTCUT_DOWN, more);
  }

  private static KeyCombination alt(KeyCode code, Modifier... more) {
    return combination(code, KeyCombination.ALT_DOWN, more);
  }

  private static KeyCombination combination(KeyCode code, Modifier first, Modifier... more) {
    Modifier[] all = new Modifier[more.length + 1];
    all[0] = first;
    System.arraycopy(more, 0, all, 1, more.length);
    return new KeyCodeCombination(code, all);
  }
}
