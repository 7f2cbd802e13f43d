package org.densesteer.ui.glance;

import java.util.List;
import org.densesteer.ui.alignment.AlignmentDialog;
import org.densesteer.ui.choice.ChoiceDialog;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.figures.FigureSheet;
import org.densesteer.ui.help.Command;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.smallbatch.SmallBatchDialog;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.words.WordsDialog;

/** What looks closer at a setting or an answer. */
public final class GlanceMenu {

  private static final String GROUP = "Look closer";

  private final List<Command> commands;

  /** Makes its parts; nothing is shown yet. */
  public GlanceMenu(
      ModelViewModel models,
      PromptViewModel prompts,
      SteeringViewModel steering,
      CompareViewModel compare,
      TaskRunner tasks,
      Notices notices,
      FigureSheet figures,
      Overlay overlay) {
    SmallBatchDialog batch =
        new SmallBatchDialog(models, prompts, steering, tasks, notices, overlay, compare::run);
    WordsDialog words = new WordsDialog(compare.arms(), notices, overlay);
    AlignmentDialog alignment =
        new AlignmentDialog(models, steering, compare.arms(), tasks, notices, overlay, figures);
    ChoiceDialog choice =
        new ChoiceDialog(models, prompts, steering, tasks, notices, figures, overlay);
    commands =
        List.of(
            command("Small batch at this setting", batch::show),
            command("Words lifted and suppressed", words::show),
            command("Alignment map", alignment::show),
            command("Two-choice test", choice::show));
  }

  private static Command command(String name, Runnable action) {
    return new Command(GROUP, name, List.of(), action);
  }

  /** Says how the menu is made. */
  public void introduce(FxmlViews views) {
    views.with(GlanceController.class, () -> new GlanceController(commands));
  }

  /** Its commands. */
  public List<Command> commands() {
    return commands;
  }
}
