package org.densesteer.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.densesteer.model.ModelInfo;
import org.densesteer.model.memory.ByteSize;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Numbers;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.common.Pages;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.model.ModelState;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.settings.Theme;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorChoices;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The toolbar: model, vector, Run and Stop, presenting, theme. */
public final class ToolbarController {

  /** Below this width, in ems, the toolbar has no room for captions. */
  private static final double CAPTION_EMS = 96;

  private static final FileKind VECTORS =
      new FileKind(
          "Steering vectors",
          List.of("*.safetensors", "*.pt", "*.pth", "*.gguf", "*.npz", "*.npy", "*.json"));

  private final ModelViewModel models;
  private final ModelMenu modelItems;
  private final VectorChoices vectors;
  private final SteeringViewModel steering;
  private final CompareViewModel compare;
  private final ShellViewModel shell;
  private final Settings settings;
  private final DialogService dialogs;
  private final Pages pages;

  @FXML private Label appName;
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
  @FXML private Button runButton;
  @FXML private Button stopButton;
  @FXML private Button themeButton;
  @FXML private FontIcon themeIcon;

  /** Creates the controller. */
  public ToolbarController(
      ModelViewModel models,
      ModelMenu modelItems,
      VectorChoices vectors,
      SteeringViewModel steering,
      CompareViewModel compare,
      ShellViewModel shell,
      Settings settings,
      DialogService dialogs,
      Pages pages) {
    this.pages = pages;
    this.models = models;
    this.modelItems = modelItems;
    this.vectors = vectors;
    this.steering = steering;
    this.compare = compare;
    this.shell = shell;
    this.settings = settings;
    this.dialogs = dialogs;
  }

  @FXML
  private void initialize() {
    PageSwitch.fill(pageSwitch, pages, shell);
    Spare.hideBelow(
        CAPTION_EMS, runButton, settings, appName, modelCaption, vectorCaption, presentKey);
    modelItems.install(modelMenu);
    vectorMenu.getItems().setAll(vectorItems());
    vectorMenu.setOnShowing(event -> vectorMenu.getItems().setAll(vectorItems()));
    models.stateProperty().addListener((property, before, now) -> showModel());
    models.sourceProperty().addListener((property, before, now) -> showModel());
    models.engineProperty().addListener((property, before, now) -> showModel());
    models.loadedShareProperty().addListener((property, before, now) -> showModel());
    showModel();
    steering.vectorProperty().subscribe(this::showVector);
    compare.waitingProperty().addListener((property, before, now) -> showRun());
    compare.runningProperty().addListener((property, before, now) -> showRun());
    settings.themeProperty().addListener((property, before, now) -> showTheme(now));
    showTheme(settings.themeProperty().get());
  }

  private void showRun() {
    boolean waiting = compare.waitingProperty().get();
    ModelState state = models.stateProperty().get();
    runButton.setText(waiting ? "Waiting" : "Run");
    runButton.setDisable(
        waiting || (models.engineProperty().get() == null && state != ModelState.LOADING));
    stopButton.setDisable(!waiting && !compare.runningProperty().get());
  }

  private void showModel() {
    ModelState state = models.stateProperty().get();
    RunEngine engine = models.engineProperty().get();
    Fx.visible(cancelLoading, state == ModelState.LOADING);
    showRun();
    stateLight.getStyleClass().removeIf(name -> name.startsWith("state-"));
    stateLight.getStyleClass().add("state-" + state.name().toLowerCase(Locale.ROOT));
    modelName.setText(models.sourceProperty().get().name());
    boolean ready = state == ModelState.READY && engine != null;
    modelCaption.setText(ready ? describe(engine.info()) : state.words() + loadedShare());
    modelMenu.setAccessibleText("Model: " + modelName.getText() + ", " + modelCaption.getText());
    modelTip.setText(ready ? explain(engine.info()) : "The model that answers");
  }

  private String loadedShare() {
    double share = models.loadedShareProperty().get();
    return models.stateProperty().get() == ModelState.LOADING && share >= 0
        ? " " + Math.round(100 * share) + " %"
        : "";
  }

  private static String explain(ModelInfo info) {
    return "%s · %s of weights%n%s: %s%n%s"
        .formatted(
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

  private void showVector(@Nullable VectorInUse inUse) {
    vectorName.setText(inUse == null ? "No vector" : inUse.vector().name());
    vectorCaption.setText(inUse == null ? "" : describe(inUse.vector()));
    vectorMenu.setAccessibleText("Vector: " + vectorName.getText());
  }

  private static String describe(SteeringVector vector) {
    String pairs = vector.metadata().get(VectorMetadata.PAIR_COUNT);
    int layers = vector.directions().size();
    return pairs.isBlank()
        ? layers + (layers == 1 ? " layer" : " layers")
        : pairs + ("1".equals(pairs) ? " pair" : " pairs");
  }

  private void showTheme(Theme theme) {
    boolean dark = theme == Theme.DARK;
    themeIcon.setIconLiteral(dark ? "fth-sun" : "fth-moon");
    themeButton.setAccessibleText(dark ? "Light theme" : "Dark theme");
  }

  private List<MenuItem> vectorItems() {
    List<MenuItem> items = new ArrayList<>();
    for (Source source : vectors.all()) {
      items.add(item(source.name(), source.key(), () -> vectors.open(source)));
    }
    items.add(new SeparatorMenuItem());
    items.add(item("Open vector…", "", this::openVector));
    return items;
  }

  private static MenuItem item(String name, String key, Runnable action) {
    MenuItem item = new MenuItem(name);
    item.setMnemonicParsing(false);
    item.setUserData(key);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void openVector() {
    VectorInUse inUse = steering.vectorProperty().getValue();
    dialogs
        .openFile(
            "Open a steering vector",
            List.of(VECTORS),
            inUse == null ? null : inUse.source().path())
        .ifPresent(file -> vectors.open(Source.vector(file)));
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
  private void toggleTheme() {
    shell.toggleTheme();
  }
}
