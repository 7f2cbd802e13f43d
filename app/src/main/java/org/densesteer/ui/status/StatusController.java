package org.densesteer.ui.status;

import atlantafx.base.controls.Popover;
import java.util.List;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.densesteer.common.Texts;
import org.densesteer.generation.PromptReport;
import org.densesteer.ui.common.BackgroundTasks;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.shell.Spare;
import org.densesteer.ui.trace.ArmViewModel;
import org.jspecify.annotations.Nullable;

/** The status line. */
final class StatusController {

  private static final Duration MEMORY_PERIOD = Duration.seconds(2);

  /** Below this width, in ems, there is only room for what changes while one waits. */
  private static final double ALL_EMS = 62;

  private final CompareViewModel compare;
  private final PromptViewModel prompts;
  private final BackgroundTasks tasks;
  private final Notices notices;
  private final DialogService dialogs;
  private final Settings settings;

  @FXML private HBox speeds;
  @FXML private Label memory;
  @FXML private Label promptText;
  @FXML private Hyperlink message;
  @FXML private Button tasksButton;
  @FXML private Label runText;

  private @Nullable Popover taskList;

  StatusController(
      CompareViewModel compare,
      PromptViewModel prompts,
      BackgroundTasks tasks,
      Notices notices,
      DialogService dialogs,
      Settings settings) {
    this.compare = compare;
    this.prompts = prompts;
    this.tasks = tasks;
    this.notices = notices;
    this.dialogs = dialogs;
    this.settings = settings;
  }

  @FXML
  private void initialize() {
    Spare.hideBelow(ALL_EMS, speeds, settings, promptText, runText);
    compare.arms().forEach(arm -> speeds.getChildren().add(speed(arm)));
    promptText
        .textProperty()
        .bind(compare.promptReportProperty().map(StatusController::describe).orElse(""));
    ReadOnlyObjectProperty<@Nullable Notice> last = notices.lastProperty();
    message.textProperty().bind(last.map(Notice::sentence).orElse(""));
    // Once the banner above no longer says the same.
    Fx.visible(message, last.isNotNull().and(last.isNotEqualTo(notices.shownProperty())));
    runText
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::describeRun,
                compare.runNumberProperty(),
                compare.waitingProperty(),
                prompts.decoding().seedProperty(),
                prompts.decoding().sampledProperty()));
    ObservableList<Task<?>> running = tasks.running();
    tasksButton.textProperty().bind(Bindings.createStringBinding(() -> describe(running), running));
    Fx.visible(tasksButton, Bindings.isNotEmpty(running));
    tasksButton.visibleProperty().subscribe(this::hideTasks);
    startMemory();
  }

  private static Label speed(ArmViewModel arm) {
    Label label = new Label();
    label.getStyleClass().add("figure");
    label
        .textProperty()
        .bind(
            arm.tokensPerSecondProperty()
                .map(speed -> describeSpeed(arm.name(), speed.doubleValue())));
    return label;
  }

  private static String describeSpeed(String arm, double tokensPerSecond) {
    String name = arm.toLowerCase(Locale.ROOT);
    return tokensPerSecond > 0
        ? Texts.of(tokensPerSecond < 100 ? "%s %.1f tok/s" : "%s %.0f tok/s", name, tokensPerSecond)
        : name + " – tok/s";
  }

  private static String describe(PromptReport report) {
    return report.computedBlocks() == 0
        ? "prompt cache hit"
        : Texts.of("prompt %.0f ms", report.milliseconds());
  }

  private String describeRun() {
    if (compare.waitingProperty().get()) {
      return "waiting for the model…";
    }
    int run = compare.runNumberProperty().get();
    if (run == 0) {
      return "";
    }
    return prompts.decoding().sampledProperty().get()
        ? "seed " + prompts.decoding().seedProperty().get() + " · run " + run
        : "greedy · run " + run;
  }

  private static String describe(List<Task<?>> running) {
    return switch (running.size()) {
      case 0 -> "";
      case 1 -> running.get(0).getTitle();
      default -> running.size() + " tasks";
    };
  }

  private void hideTasks(boolean some) {
    if (!some && taskList != null) {
      taskList.hide();
    }
  }

  private void startMemory() {
    Timeline timeline =
        new Timeline(new KeyFrame(MEMORY_PERIOD, event -> tasks.quietly(this::readMemory)));
    timeline.setCycleCount(Animation.INDEFINITE);
    timeline.play();
    tasks.quietly(this::readMemory);
  }

  private void readMemory() {
    String text = Memory.describe();
    Platform.runLater(() -> memory.setText(text));
  }

  @FXML
  private void openTasks() {
    if (taskList == null) {
      taskList = new Popover(new TaskList(tasks.running()));
      taskList.setTitle("Background tasks");
      taskList.setHeaderAlwaysVisible(true);
      taskList.setArrowLocation(Popover.ArrowLocation.BOTTOM_RIGHT);
    }
    taskList.show(tasksButton);
  }

  @FXML
  private void openMessage() {
    Notice notice = notices.lastProperty().get();
    if (notice != null) {
      dialogs.showDetails(
          notice.sentence(), notice.details().isEmpty() ? notice.sentence() : notice.details());
    }
  }
}
