package org.densesteer.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.common.Menus;
import org.densesteer.ui.settings.Source;

/** The known problem sets in a menu, and one entry that opens a file. */
public final class ProblemMenu {

  private static final FileKind FILES =
      new FileKind("Problems: JSON, CSV", List.of("*.jsonl", "*.json", "*.csv", "*.tsv"));

  private ProblemMenu() {}

  /** A menu that chooses the problem set and shows its name. */
  public static void install(MenuButton menu, PromptViewModel prompts, DialogService dialogs) {
    install(menu, prompts, dialogs, List::of);
  }

  /** The same with further entries between the sets and the one that opens a file. */
  static void install(
      MenuButton menu,
      PromptViewModel prompts,
      DialogService dialogs,
      Supplier<List<MenuItem>> between) {
    menu.textProperty().bind(prompts.sourceProperty().map(Source::name));
    Menus.fill(
        menu,
        () -> {
          List<MenuItem> items = items(prompts, dialogs, prompts::open);
          items.addAll(items.size() - 1, between.get());
          return items;
        });
  }

  /** The entries, for a menu that does something else with a problem set. */
  public static List<MenuItem> items(
      PromptViewModel prompts, DialogService dialogs, Consumer<Source> action) {
    List<MenuItem> items = new ArrayList<>();
    for (Source source : prompts.sources()) {
      items.add(Menus.item(source.name(), () -> action.accept(source)));
    }
    items.add(new SeparatorMenuItem());
    items.add(
        Menus.item(
            "Open problem file…",
            () ->
                dialogs
                    .openFile(
                        "Open problem file", List.of(FILES), prompts.sourceProperty().get().path())
                    .ifPresent(file -> action.accept(Source.problems(file)))));
    return items;
  }
}
