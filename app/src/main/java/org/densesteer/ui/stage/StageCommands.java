package org.densesteer.ui.stage;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.help.Command;
import org.densesteer.ui.shell.ShellViewModel;

/**
 * What can be done on stage, with keys for one hand and for the buttons of a presenter: Page Down,
 * Page Up, F5 and the full stop.
 *
 * @param startAnew goes back to how a booth begins
 * @param export writes what was voted to a file
 */
record StageCommands(
    ShellViewModel shell,
    CompareViewModel compare,
    StageViewModel stage,
    StageDials dials,
    Runnable startAnew,
    Runnable export) {

  private static final String TALK = "On stage (F11)";
  private static final String BLIND = "On stage: blind";
  private static final String REPLAY = "On stage: replay";
  private static final String LOOKS = "On stage: looks";
  private static final Modifier SHIFT = KeyCombination.SHIFT_DOWN;

  List<Command> list() {
    return Stream.of(talk(), replay(), blind(), looks()).flatMap(List::stream).toList();
  }

  private List<Command> talk() {
    return List.of(
        command(
            TALK, "Next problem", () -> stage.goToProblem(1), keys(KeyCode.PAGE_DOWN, KeyCode.N)),
        command(TALK, "Problem before", () -> stage.goToProblem(-1), keys(KeyCode.PAGE_UP)),
        command(TALK, "Run on stage", compare::run, keys(KeyCode.F5, KeyCode.ENTER)),
        command(TALK, "Add a placebo, or take it away", compare::togglePlacebo, keys(KeyCode.P)),
        command(TALK, "Step further down", () -> stage.scroll(1), keys(KeyCode.DOWN)),
        command(TALK, "Step up again", () -> stage.scroll(-1), keys(KeyCode.UP)));
  }

  private List<Command> blind() {
    return List.of(
        command(
            BLIND, "Blind, or reveal", stage::blindOrReveal, keys(KeyCode.PERIOD, KeyCode.DECIMAL)),
        command(BLIND, "Blind on or off", stage::toggleBlind, keys(KeyCode.B)),
        command(BLIND, "Blind against another arm", stage::nextOpponent, shift(KeyCode.B)),
        command(BLIND, "Vote left (A)", () -> stage.vote(Vote.LEFT), keys(KeyCode.DIGIT1)),
        command(BLIND, "Vote right (B)", () -> stage.vote(Vote.RIGHT), keys(KeyCode.DIGIT2)),
        command(BLIND, "Vote for neither", () -> stage.vote(Vote.TIE), keys(KeyCode.DIGIT3)),
        command(BLIND, "Take the last vote back", stage::takeBack, keys(KeyCode.BACK_SPACE)),
        command(BLIND, "Reveal", stage::reveal, keys(KeyCode.V)),
        command(BLIND, "Save the votes as CSV", export, keys(KeyCode.E)));
  }

  private List<Command> replay() {
    return List.of(
        command(REPLAY, "Replay, or end it", stage::toggleReplay, keys(KeyCode.R)),
        command(REPLAY, "Pause, or go on", stage.replay()::togglePause, keys(KeyCode.SPACE)),
        command(REPLAY, "One token", stage.replay()::step, keys(KeyCode.S)),
        command(REPLAY, "From the beginning", stage.replay()::restart, keys(KeyCode.HOME)),
        command(REPLAY, "Quicker", stage.replay()::quicken, keys(KeyCode.RIGHT)),
        command(REPLAY, "Slower", stage.replay()::slow, keys(KeyCode.LEFT)),
        command(REPLAY, "Most tokens a second", dials::nextLimit, keys(KeyCode.L)));
  }

  private List<Command> looks() {
    return List.of(
        command(LOOKS, "Next chart, or none", dials::nextChart, keys(KeyCode.C)),
        command(LOOKS, "Light or dark stage", shell::toggleTheme, keys(KeyCode.T)),
        command(
            LOOKS,
            "Answers larger",
            () -> dials.zoom(true),
            keys(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)),
        command(
            LOOKS,
            "Answers smaller",
            () -> dials.zoom(false),
            keys(KeyCode.MINUS, KeyCode.SUBTRACT)),
        command(LOOKS, "Booth: idle minutes", dials::nextWait, keys(KeyCode.K)),
        command(LOOKS, "Booth: back to the start", startAnew, shift(KeyCode.HOME)));
  }

  private Command command(String group, String name, Runnable action, List<KeyCombination> keys) {
    return new Command(group, name, keys, () -> onStage(action));
  }

  /** Found by its name elsewhere, it begins presenting. */
  private void onStage(Runnable action) {
    if (!shell.presentingProperty().get()) {
      shell.togglePresenting();
    }
    action.run();
  }

  private static List<KeyCombination> keys(KeyCode... codes) {
    return Stream.of(codes).<KeyCombination>map(KeyCodeCombination::new).toList();
  }

  private static List<KeyCombination> shift(KeyCode code) {
    return List.of(new KeyCodeCombination(code, SHIFT));
  }
}
