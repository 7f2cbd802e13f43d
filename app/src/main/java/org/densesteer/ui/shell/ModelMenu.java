package org.densesteer.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.model.ModelChoice;
import org.densesteer.ui.model.ModelShelf;
import org.densesteer.ui.model.ModelState;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;

/** What the model menu offers: the models on this machine, precision, and ways to more models. */
final class ModelMenu {

  private final ModelViewModel models;
  private final ModelShelf shelf;
  private final Settings settings;
  private final DialogService dialogs;
  private final Runnable getModel;

  /**
   * Creates the menu's content.
   *
   * @param getModel opens the dialog that gets models
   */
  ModelMenu(
      ModelViewModel models,
      ModelShelf shelf,
      Settings settings,
      DialogService dialogs,
      Runnable getModel) {
    this.models = models;
    this.shelf = shelf;
    this.settings = settings;
    this.dialogs = dialogs;
    this.getModel = getModel;
  }

  /** Fills a menu, whose models are looked for anew whenever it opens. */
  void install(MenuButton menu) {
    menu.setOnShowing(
        event -> {
          menu.getItems().setAll(items());
          shelf.refresh();
        });
    // Known before the menu is opened for the first time, and not while the first model loads.
    models
        .stateProperty()
        .addListener(
            (property, before, now) -> {
              if (now == ModelState.READY) {
                shelf.refresh();
              }
            });
    shelf.contentsProperty().subscribe(found -> menu.getItems().setAll(items()));
  }

  private List<MenuItem> items() {
    ModelShelf.Contents found = shelf.contentsProperty().get();
    List<MenuItem> items = new ArrayList<>();
    found.opened().stream()
        .filter(choice -> choice.problem().isEmpty())
        .forEach(choice -> items.add(item(choice)));
    if (!found.usable().isEmpty() || found.cacheProblem().isPresent()) {
      items.add(new SeparatorMenuItem());
      items.add(MenuEntry.words("Hugging Face cache", found.cacheProblem().orElse("")));
      found.usable().forEach(choice -> items.add(item(choice)));
    }
    if (!found.unusable().isEmpty()) {
      items.add(new SeparatorMenuItem());
      items.add(unusable(found.unusable()));
    }
    items.add(new SeparatorMenuItem());
    items.add(PrecisionMenu.of(models, settings.precisionProperty().get()));
    items.add(new SeparatorMenuItem());
    items.add(MenuEntry.action("Get a model…", "", false, getModel));
    items.add(MenuEntry.action("Open folder…", "", false, this::openFolder));
    return items;
  }

  private MenuItem item(ModelChoice choice) {
    Source source = choice.source();
    boolean inUse = source.key().equals(models.sourceProperty().get().key());
    return MenuEntry.action(source.name(), choice.details(), inUse, () -> choose(source, inUse));
  }

  /** "Open folder…" is there for who wants the present one read anew. */
  private void choose(Source source, boolean inUse) {
    if (!inUse || models.stateProperty().get() != ModelState.READY) {
      models.open(source);
    }
  }

  private static Menu unusable(List<ModelChoice> choices) {
    Menu menu = MenuEntry.dress(new Menu(), "Cannot be opened (" + choices.size() + ")", "", false);
    choices.forEach(
        choice ->
            menu.getItems()
                .add(MenuEntry.words(choice.source().name(), choice.problem().orElse(""))));
    return menu;
  }

  private void openFolder() {
    dialogs
        .openFolder("Open a checkpoint folder", models.sourceProperty().get().path())
        .ifPresent(folder -> models.open(Source.model(folder)));
  }
}
