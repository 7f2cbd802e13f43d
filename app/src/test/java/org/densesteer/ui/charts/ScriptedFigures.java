package org.densesteer.ui.charts;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.common.ScriptedDialogs;
import org.densesteer.ui.figures.FigureSheet;
import org.densesteer.ui.settings.Settings;

/** Exports of charts with nothing around them. */
public final class ScriptedFigures implements Overlay {

  /** What was shown last. */
  public Node shown = new javafx.scene.Group();

  /** What is remembered. */
  public final Settings settings = new Settings();

  /** What was said. */
  public final Notices notices = new Notices();

  /** An export that asks these dialogs. */
  public static ChartExport export(ScriptedDialogs dialogs) {
    return new ScriptedFigures().asking(dialogs);
  }

  ChartExport asking(ScriptedDialogs dialogs) {
    return new ChartExport(
        new FigureSheet(settings, new SameThreadTasks(), notices, dialogs, this));
  }

  @Override
  public void show(Node content) {
    shown = content;
    new Scene((Parent) content).getRoot().applyCss();
  }

  @Override
  public void close() {}
}
