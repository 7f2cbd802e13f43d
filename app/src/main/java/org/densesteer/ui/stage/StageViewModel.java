package org.densesteer.ui.stage;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.notebook.Run;
import org.densesteer.ui.common.Lists;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.SavedStage;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.shell.ShellViewModel;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.Staleness;
import org.jspecify.annotations.Nullable;

/** What stands on stage: answers as they come, without names, with them, or of another time. */
final class StageViewModel {

  private final ShellViewModel shell;
  private final CompareViewModel compare;
  private final PromptViewModel prompts;
  private final Settings settings;
  private final Flashes flashes;
  private final BlindRounds blind;
  private final Replay replay;

  private final BooleanProperty blinded = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<StageScene> scene =
      new ReadOnlyObjectWrapper<>(StageScene.LIVE);
  private final ObservableList<ArmViewModel> panes = FXCollections.observableArrayList();
  private final IntegerProperty step = new SimpleIntegerProperty();

  StageViewModel(
      ShellViewModel shell,
      CompareViewModel compare,
      PromptViewModel prompts,
      Settings settings,
      Flashes flashes,
      BlindRounds blind,
      Replay replay) {
    this.shell = shell;
    this.compare = compare;
    this.prompts = prompts;
    this.settings = settings;
    this.flashes = flashes;
    this.blind = blind;
    this.replay = replay;
    shell.presentingProperty().subscribe((before, now) -> presented(now));
    compare.arms().subscribe(this::show);
    compare.runNumberProperty().subscribe((before, now) -> runBegun());
    compare.runProperty().subscribe((before, now) -> runEnded(now));
    replay.runProperty().subscribe((before, now) -> show());
    blind.revealedProperty().subscribe((before, now) -> show());
    compare.speedLimitProperty().bind(limit());
    replay.limitProperty().bind(settings.stageProperty().map(SavedStage::tokensPerSecond));
  }

  /** Nobody reads along off stage, or where an answer appears only at its end. */
  private ObservableValue<Number> limit() {
    return shell
        .presentingProperty()
        .and(blinded.not())
        .flatMap(now -> settings.stageProperty().map(s -> now ? s.tokensPerSecond() : 0));
  }

  private void presented(boolean now) {
    if (!now) {
      replay.end();
      unblind();
    }
    show();
  }

  private void unblind() {
    blind.close();
    blinded.set(false);
  }

  private void runBegun() {
    if (blinded.get()) {
      blind.close();
    }
    replay.end();
    show();
  }

  private void runEnded(@Nullable Run run) {
    if (blinded.get() && run != null) {
      beginRound(run);
    }
  }

  private void beginRound(Run run) {
    if (!blind.begin(run)) {
      say("This run has no steered answer to hold against another.");
    } else if (sameText()) {
      say("The two answers are the same, word for word.");
    }
    show();
  }

  private boolean sameText() {
    BlindRound round = blind.roundProperty().get();
    return round != null && round.left().answer().text().equals(round.right().answer().text());
  }

  /** Puts on stage what belongs there. */
  private void show() {
    step.set(0);
    StageScene now = now();
    boolean another = now != scene.get();
    scene.set(now);
    if (!shell.presentingProperty().get()) {
      panes.clear();
      return;
    }
    switch (now) {
      case LIVE -> Lists.become(panes, compare.arms());
      case REPLAY -> Lists.become(panes, replay.panes());
      case REVEALED -> {
        if (another) {
          Lists.become(panes, revealed());
        }
      }
      case AWAITED, BLIND -> panes.clear();
    }
  }

  private StageScene now() {
    if (replay.runProperty().get() != null) {
      return StageScene.REPLAY;
    }
    if (!blinded.get()) {
      return StageScene.LIVE;
    }
    if (blind.roundProperty().get() == null) {
      return StageScene.AWAITED;
    }
    return blind.revealedProperty().get() ? StageScene.REVEALED : StageScene.BLIND;
  }

  private List<ArmViewModel> revealed() {
    BlindRound round = blind.roundProperty().get();
    return round == null ? List.of() : RevealedArms.of(round);
  }

  /** The run in the panes; none before one has ended. */
  private Optional<Run> shown() {
    return compare.arms().stream()
        .map(arm -> arm.runProperty().get())
        .filter(run -> run != null)
        .findFirst();
  }

  private boolean answersTheQuestion() {
    return compare.arms().stream()
        .noneMatch(arm -> arm.stalenessProperty().get() == Staleness.OTHER_QUESTION);
  }

  /** Hides names from now on, or shows them again. */
  void toggleBlind() {
    replay.end();
    if (blinded.get()) {
      unblind();
    } else {
      blinded.set(true);
      if (!compare.runningProperty().get() && answersTheQuestion()) {
        shown().ifPresent(this::beginRound);
      }
    }
    show();
  }

  /** Hides names where they are seen, and tells them where they are hidden. */
  void blindOrReveal() {
    if (scene.get() == StageScene.BLIND) {
      blind.reveal();
    } else if (!blinded.get()) {
      toggleBlind();
    } else {
      say("Blind: the next run comes without names.");
    }
  }

  /** Tells which answer is whose. */
  void reveal() {
    if (!blind.reveal()) {
      say("There is nothing to reveal.");
    }
  }

  /** Takes another arm to hold the steered one against. */
  void nextOpponent() {
    Optional<Run> run = shown();
    run.flatMap(blind::nextOpponent).ifPresent(title -> say("Steered against " + title));
    if (scene.get() == StageScene.BLIND || scene.get() == StageScene.REVEALED) {
      run.ifPresent(this::beginRound);
    }
  }

  void vote(Vote vote) {
    if (!blind.vote(vote)) {
      say("Votes count while names are hidden.");
    }
  }

  void takeBack() {
    if (!blind.takeBack()) {
      say("There is no vote to take back.");
    }
  }

  /** Shows the run in the panes as it was written, or the panes again. */
  void toggleReplay() {
    if (scene.get() == StageScene.REPLAY) {
      replay.end();
    } else if (scene.get() == StageScene.BLIND) {
      say("Reveal first: a replay has names.");
    } else if (compare.runningProperty().get()) {
      say("This run is still being written.");
    } else {
      shown().ifPresentOrElse(replay::begin, () -> say("There is no run to replay."));
    }
  }

  /** Shows a run of another time as it was written. */
  void replay(Run run) {
    replay.begin(run);
  }

  /** Goes to another problem, with empty panes. */
  void goToProblem(int by) {
    int before = prompts.indexProperty().get();
    prompts.show(before + by);
    if (prompts.indexProperty().get() == before) {
      say(by > 0 ? "This is the last problem." : "This is the first problem.");
      return;
    }
    blind.close();
    replay.end();
    compare.clear();
    show();
  }

  /** Goes back to how a booth begins. */
  void reset() {
    unblind();
    replay.end();
    prompts.show(0);
    compare.keepTheTwo();
    compare.clear();
    show();
  }

  /** Ends what lies on top; false where only the stage itself is left. */
  boolean escape() {
    if (scene.get() == StageScene.REPLAY) {
      replay.end();
    } else if (blinded.get()) {
      unblind();
      show();
    } else {
      return false;
    }
    return true;
  }

  /** Scrolls all answers by a step. */
  void scroll(int by) {
    step.set(Math.max(0, step.get() + by));
  }

  private void say(String words) {
    flashes.say(words);
  }

  /** What was asked for the answers on stage. */
  ObservableValue<String> question() {
    return Bindings.createObjectBinding(
        () -> {
          Run replayed = replay.runProperty().get();
          BlindRound round = blind.roundProperty().get();
          Run run = replayed != null ? replayed : round == null ? null : round.run();
          return run == null ? prompts.questionProperty().get() : run.prompt().question();
        },
        prompts.questionProperty(),
        replay.runProperty(),
        blind.roundProperty());
  }

  BlindRounds blind() {
    return blind;
  }

  Replay replay() {
    return replay;
  }

  /** What an audience sees. */
  ReadOnlyObjectProperty<StageScene> sceneProperty() {
    return scene.getReadOnlyProperty();
  }

  /** The answers with names that are on stage; none while it is not shown. */
  ObservableList<ArmViewModel> panes() {
    return panes;
  }

  /** The step that answers were scrolled to, from 1; 0 before that. */
  ObservableValue<Number> stepProperty() {
    return step;
  }
}
