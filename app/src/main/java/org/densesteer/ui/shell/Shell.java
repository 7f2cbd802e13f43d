package org.densesteer.ui.shell;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Pages;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.copies.RunCopier;
import org.densesteer.ui.help.Command;
import org.densesteer.ui.help.Help;
import org.densesteer.ui.model.ModelShelf;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.session.SessionDesk;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.steering.SteeringPanel;

/**
 * The frame around all pages: toolbar, columns, what lies above them, looks and keys.
 *
 * @param viewModel how the window shows itself
 * @param models the model in use
 * @param panel the vector in use
 * @param compare what Run runs
 * @param settings what the window remembers
 * @param overlay what lies above the pages
 * @param pages the pages beside Compare
 * @param getModel opens the dialog that gets models
 * @param session what session files are made of and set
 * @param copier takes runs away as texts
 * @param stage what presenting shows
 * @param closer what looks closer at a setting or an answer
 */
public record Shell(
    ShellViewModel viewModel,
    ModelViewModel models,
    SteeringPanel panel,
    CompareViewModel compare,
    Settings settings,
    ModalOverlay overlay,
    Pages pages,
    Runnable getModel,
    SessionDesk session,
    RunCopier copier,
    Presentation stage,
    List<Command> closer) {

  /** What helps a person to find the way. */
  public Help help() {
    return commands().help();
  }

  private ShellCommands commands() {
    return new ShellCommands(
        viewModel, compare, panel, pages, getModel, session, overlay, copier, stage, closer);
  }

  /**
   * Says how frame and toolbar are made.
   *
   * @param shelf the models to choose from
   */
  public void introduce(FxmlViews views, ModelShelf shelf, Notices notices, DialogService dialogs) {
    ModelMenu modelMenu = new ModelMenu(models, shelf, settings, dialogs, getModel);
    VectorMenu vectorMenu = new VectorMenu(panel.vectors(), panel.steering(), dialogs);
    views
        .with(
            ShellController.class,
            () ->
                new ShellController(
                    viewModel,
                    settings,
                    notices,
                    dialogs,
                    overlay,
                    pages,
                    stage,
                    () -> (Region) views.load(FxmlFile.NOTEBOOK_DRAWER)))
        .with(
            ToolbarController.class,
            () ->
                new ToolbarController(
                    models,
                    modelMenu,
                    vectorMenu,
                    panel.steering(),
                    compare,
                    viewModel,
                    settings,
                    pages,
                    session,
                    help()));
  }

  /** Gives a scene its looks and its keys, and follows the settings from then on. */
  public void dress(Scene scene) {
    new Appearance(scene).follow(settings, viewModel.presentScaleBinding());
    new Shortcuts(commands().everywhere(), viewModel, models, compare, overlay, stage)
        .install(scene);
  }
}
