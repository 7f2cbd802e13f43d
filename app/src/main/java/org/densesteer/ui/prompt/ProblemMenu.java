package org.densesteer.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.settings.Source;

/** The entries of a menu that chooses the problem set. */
public final class ProblemMenu {

  private ProblemMenu() {}

  /** The known problem sets, and one entry that opens a file. */
  public static List<MenuItem> items(PromptViewModel prompts, DialogService dialogs) {
    List<MenuItem> items = new ArrayList<>();
    for (Source source : prompts.sources()) {
      MenuItem item = new MenuItem(source.name());
      item.setMnemonicParsing(false);
      item.setOnAction(event -> prompts.open(source));
      items.add(item);
    }
    MenuItem other = new MenuItem("Open problem file…");
    other.setOnAction(event -> openFile(prompts, dialogs));
    items.add(new SeparatorMenuItem());
    items.add(other);
    return items;
  }

  private static void openFile(PromptViewModel prompts, DialogService dialogs) {
    dialogs
        .openFile(
            "Open problem file",
            List.of(new FileKind("Problems, one JSON object a line", List.of("*.jsonl"))),
            prompts.sourceProperty().get().path())
        .ifPresent(file -> prompts.open(Source.problems(file)));
  }
}
