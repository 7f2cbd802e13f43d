package org.densesteer.ui.shell;

import static org.densesteer.ui.model.ModelState.LOADING;
import static org.densesteer.ui.model.ModelState.READY;

import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.densesteer.common.Texts;
import org.densesteer.model.ModelInfo;
import org.densesteer.model.memory.ByteSize;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Numbers;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.common.Pages;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.help.Help;
import org.densesteer.ui.model.ModelState;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.session.SessionDesk;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.settings.Theme;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorInUse;
import org.kordamp.ikonli.javafx.FontIcon;

/** The toolbar: model, vector, Run and Stop, presenting, theme. */
final class ToolbarController {

  /** Below this width, in ems, the toolbar has no room for captions. */
  private static final double CAPTION_EMS = 96;

  /** Below this one, none for words beside pictures either. */
  private static final double WORD_EMS = 110;

  private final ModelViewModel models;
  private final ModelMenu modelItems;
  private final VectorMenu vectorItems;
  private final SteeringViewModel steering;
  private final CompareViewModel compare;
  private final ShellViewModel shell;
  private final Settings settings;
  private final Pages pages;
  private final SessionDesk session;
  private final Help help;

  @FXML private Label appName;
  @FXML private Label presentWord;
  @FXML private Label presentKey;
  @FXML private HBox pageSwitch;
  @FXML private MenuButton modelMenu;
  @FXML private Node stateLight;
  @FXML private Label modelName;
  @FXML private Label modelCaption;
  @FXML private Tooltip modelTip;
  @FXML private Button cancelLoading;
  @FXML private MenuButton vectorMenu;
  @FXML private Label vectorName;
  @FXML private Label vectorCaption;
  @FXML private MenuButton sessionMenu;
  @FXML private Button runButton;
  @FXML private Button stopButton;
  @FXML private Button themeButton;
  @FXML private FontIcon themeIcon;

  ToolbarController(
      ModelViewModel models,
      ModelMenu modelItems,
      VectorMenu vectorItems,
      SteeringViewModel steering,
      CompareViewModel compare,
      ShellViewModel shell,
      Settings settings,
      Pages pages,
      SessionDesk session,
      Help help) {
    this.pages = pages;
    this.session = session;
    this.help = help;
    this.models = models;
    this.modelItems = modelItems;
    this.vectorItems = vectorItems;
    this.steering = steering;
    this.compare = compare;
    this.shell = shell;
    this.settings = settings;
  }

  @FXML
  private void initialize() {
    PageSwitch.fill(pageSwitch, pages, shell);
    Spare.hideBelow(CAPTION_EMS, runButton, settings, appName, modelCaption, vectorCaption);
    Spare.hideBelow(WORD_EMS, runButton, settings, presentWord, presentKey);
    modelItems.install(modelMenu);
    vectorItems.install(vectorMenu);
    session.install(sessionMenu);
    bindModel();
    bindRun();
    ObservableValue<SteeringVector> vector = steering.vectorProperty().map(VectorInUse::vector);
    vectorName.textProperty().bind(vector.map(SteeringVector::name).orElse("No vector"));
    vectorCaption.textProperty().bind(vector.map(ToolbarController::describe).orElse(""));
    ObservableValue<Boolean> dark = settings.themeProperty().map(Theme.DARK::equals);
    dark.map(on -> on ? "fth-sun" : "fth-moon").subscribe(themeIcon::setIconLiteral);
    themeButton.accessibleTextProperty().bind(dark.map(on -> on ? "Light theme" : "Dark theme"));
  }

  private void bindRun() {
    runButton.textProperty().bind(compare.waitingProperty().map(on -> on ? "Waiting" : "Run"));
    runButton
        .disableProperty()
        .bind(
            compare
                .waitingProperty()
                .or(
                    models
                        .engineProperty()
                        .isNull()
                        .and(models.stateProperty().isNotEqualTo(LOADING))));
    stopButton
        .disableProperty()
        .bind(compare.waitingProperty().or(compare.runningProperty()).not());
  }

  private void bindModel() {
    ReadOnlyObjectProperty<ModelState> state = models.stateProperty();
    ObservableValue<ModelInfo> ready =
        state.flatMap(now -> now == READY ? models.engineProperty().map(RunEngine::info) : null);
    Fx.visible(cancelLoading, state.map(LOADING::equals));
    Fx.styled(stateLight, state.map(now -> "state-" + now.name().toLowerCase(Locale.ROOT)));
    modelName.textProperty().bind(models.sourceProperty().map(Source::name));
    modelCaption
        .textProperty()
        .bind(
            state.flatMap(
                now ->
                    now == READY
                        ? ready.map(ToolbarController::describe).orElse("")
                        : models
                            .loadedShareProperty()
                            .map(share -> now.words() + percent(now, share))));
    modelTip
        .textProperty()
        .bind(ready.map(ToolbarController::explain).orElse("The model that answers"));
  }

  private static String percent(ModelState state, Number share) {
    return state == LOADING && share.doubleValue() >= 0
        ? " " + Math.round(100 * share.doubleValue()) + " %"
        : "";
  }

  private static String explain(ModelInfo info) {
    return Texts.of(
        "%s · %s of weights%n%s: %s%n%s",
        info.name(),
        ByteSize.text(info.fileBytes()),
        info.precision(),
        info.precisionReason(),
        info.folder());
  }

  private static String describe(ModelInfo info) {
    return Numbers.compact(info.parameters())
        + " · "
        + info.precision()
        + " · "
        + info.layers()
        + " layers";
  }

  private static String describe(SteeringVector vector) {
    String pairs = vector.metadata().get(VectorMetadata.PAIR_COUNT);
    int layers = vector.directions().size();
    return pairs.isBlank()
        ? layers + (layers == 1 ? " layer" : " layers")
        : pairs + ("1".equals(pairs) ? " pair" : " pairs");
  }

  @FXML
  private void cancelLoading() {
    models.cancelLoading();
  }

  @FXML
  private void run() {
    shell.pageProperty().set(Page.COMPARE);
    compare.run();
  }

  @FXML
  private void stop() {
    compare.stop();
  }

  @FXML
  private void present() {
    shell.togglePresenting();
  }

  @FXML
  private void showHelp() {
    help.show();
  }

  @FXML
  private void findCommand() {
    help.find();
  }

  @FXML
  private void takeTour() {
    help.tour();
  }

  @FXML
  private void showAbout() {
    help.about();
  }

  @FXML
  private void toggleTheme() {
    shell.toggleTheme();
  }
}
