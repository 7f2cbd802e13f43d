package org.densesteer.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.densesteer.model.ModelInfo;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.common.Numbers;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.model.ModelSource;
import org.densesteer.ui.model.ModelState;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Theme;
import org.densesteer.ui.vector.VectorInUse;
import org.densesteer.ui.vector.VectorSource;
import org.densesteer.ui.vector.VectorViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The toolbar: model, vector, Run and Stop, presenting, theme. */
public final class ToolbarController {

  private static final FileKind VECTORS =
      new FileKind(
          "Steering vectors",
          List.of("*.safetensors", "*.pt", "*.pth", "*.gguf", "*.npz", "*.npy", "*.json"));

  private final ModelViewModel models;
  private final VectorViewModel vectors;
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
      VectorViewModel vectors,
      CompareViewModel compare,
      ShellViewModel shell,
      Settings settings,
      DialogService dialogs,
      Pages pages) {
    this.pages = pages;
    this.models = models;
    this.vectors = vectors;
    this.compare = compare;
    this.shell = shell;
    this.settings = settings;
    this.dialogs = dialogs;
  }

  @FXML
  private void initialize() {
    PageSwitch.fill(pageSwitch, pages, shell);
    Spare.hideWhenNarrow(runButton, appName, modelCaption, vectorCaption, presentKey);
    modelMenu.getItems().setAll(modelItems());
    modelMenu.setOnShowing(event -> modelMenu.getItems().setAll(modelItems()));
    vectorMenu.getItems().setAll(vectorItems());
    vectorMenu.setOnShowing(event -> vectorMenu.getItems().setAll(vectorItems()));
    models.stateProperty().addListener((property, before, now) -> showModel());
    models.sourceProperty().addListener((property, before, now) -> showModel());
    models.engineProperty().addListener((property, before, now) -> showModel());
    showModel();
    vectors.inUseProperty().addListener((property, before, now) -> showVector(now));
    showVector(vectors.inUseProperty().get());
    runButton
        .disableProperty()
        .bind(Bindings.createBooleanBinding(this::cannotRun, models.engineProperty()));
    stopButton.disableProperty().bind(compare.runningProperty().not());
    settings.themeProperty().addListener((property, before, now) -> showTheme(now));
    showTheme(settings.themeProperty().get());
  }

  private boolean cannotRun() {
    return models.engineProperty().get() == null;
  }

  private void showModel() {
    ModelState state = models.stateProperty().get();
    RunEngine engine = models.engineProperty().get();
    stateLight.getStyleClass().removeIf(name -> name.startsWith("state-"));
    stateLight.getStyleClass().add("state-" + state.name().toLowerCase(Locale.ROOT));
    modelName.setText(models.sourceProperty().get().name());
    modelCaption.setText(
        state == ModelState.READY && engine != null ? describe(engine.info()) : state.words());
    modelMenu.setAccessibleText("Model: " + modelName.getText() + ", " + modelCaption.getText());
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

  private List<MenuItem> modelItems() {
    List<MenuItem> items = new ArrayList<>();
    for (ModelSource source : models.choices()) {
      items.add(item(source.name(), source.key(), () -> models.open(source)));
    }
    items.add(new SeparatorMenuItem());
    items.add(item("Open folder…", "", this::openModel));
    return items;
  }

  private List<MenuItem> vectorItems() {
    List<MenuItem> items = new ArrayList<>();
    for (VectorSource source : vectors.choices()) {
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

  private void openModel() {
    dialogs
        .openFolder("Open a checkpoint folder", models.sourceProperty().get().folder())
        .ifPresent(folder -> models.open(ModelSource.of(folder)));
  }

  private void openVector() {
    VectorInUse inUse = vectors.inUseProperty().get();
    dialogs
        .openFile(
            "Open a steering vector",
            List.of(VECTORS),
            inUse == null ? null : inUse.source().file())
        .ifPresent(file -> vectors.open(VectorSource.of(file)));
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
