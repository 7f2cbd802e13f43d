package org.densesteer.ui.notebook;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import org.densesteer.common.Texts;
import org.densesteer.generation.Arm;
import org.densesteer.notebook.ArmSummary;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunSummary;
import org.densesteer.ui.common.Menus;

/**
 * The latest runs as items of a menu.
 *
 * @param model the runs
 */
public record RecentRuns(NotebookViewModel model) {

  private static final int MOST = 10;

  /** An item for each, newest first; whoever chooses one gets the whole run. */
  public List<MenuItem> items(Consumer<Run> take) {
    return model.latest(MOST).stream()
        .map(row -> Menus.item(words(row), () -> model.load(row, take)))
        .toList();
  }

  /** Hands the run of an id over, on the window's thread. */
  public void load(String id, Consumer<Run> taker) {
    model.load(id, taker);
  }

  private static String words(NotebookRow row) {
    RunSummary run = row.summary();
    String time = (row.mark().star() ? "★ " : "") + RunCell.TIME.format(run.made());
    ArmSummary arm =
        run.arms().stream()
            .filter(each -> each.name().equals(Arm.STEERED))
            .findFirst()
            .orElseGet(() -> run.arms().get(0));
    String layer = run.settings().get("layer");
    String strength = run.settings().get("λ");
    String settings =
        layer == null
            ? ""
            : Texts.of(" · ℓ %s%s", layer, strength == null ? "" : " · λ " + strength);
    return time + settings + " · " + RunCell.figures(arm);
  }
}
