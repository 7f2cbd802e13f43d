package org.densesteer.ui.copies;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunCommand;
import org.densesteer.notebook.RunText;
import org.densesteer.notebook.VectorsAtHand;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;

/**
 * Puts runs into the clipboard.
 *
 * @param notices where it is said what became of it
 * @param vectors the vectors that a command or a program needs
 */
public record RunCopier(Notices notices, VectorsAtHand vectors) {

  /** Copies runs as a text, or says why that cannot be. */
  public void copy(RunText text, List<Run> runs) {
    if (runs.isEmpty()) {
      notices.show(Notice.warning("There is no finished run yet that could be copied."));
      return;
    }
    String words;
    try {
      words = text.of(runs, vectors);
    } catch (FaultException e) {
      notices.fail(e);
      return;
    }
    Fx.copy(words);
    notices.show(
        Notice.info(
            Texts.of(
                "%s in the clipboard: %s%s.",
                runs.size() == 1 ? "The run is" : "The " + runs.size() + " runs are",
                text.title()
                    .toLowerCase(Locale.ROOT)
                    .replace("latex", "LaTeX")
                    .replace("json", "JSON"),
                text == RunText.COMMAND ? leftOut(runs) : "")));
  }

  private static String leftOut(List<Run> runs) {
    List<String> arms =
        runs.stream().flatMap(run -> RunCommand.leftOut(run).stream()).distinct().toList();
    return arms.isEmpty() ? "" : ", without what none can say: " + String.join(", ", arms);
  }

  /** An item for each text. */
  public static List<MenuItem> items(Consumer<RunText> chosen) {
    return Arrays.stream(RunText.values())
        .map(
            text -> {
              MenuItem item = new MenuItem(text.title());
              item.setOnAction(event -> chosen.accept(text));
              return item;
            })
        .toList();
  }

  /** The same as a menu. */
  public static Menu menu(Consumer<RunText> chosen) {
    Menu menu = new Menu("Copy run as");
    menu.getItems().setAll(items(chosen));
    return menu;
  }
}
