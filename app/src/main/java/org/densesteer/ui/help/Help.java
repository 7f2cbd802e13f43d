package org.densesteer.ui.help;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Scene;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Overlay;

/**
 * What helps a person to find the way.
 *
 * @param commands all that can be done by name or key, asked for when it is shown
 * @param scene the window's content with what the tour points at, made to be shown when it begins
 * @param overlay where sheets are shown
 */
public record Help(Supplier<List<Command>> commands, Supplier<Scene> scene, Overlay overlay) {

  /** Shows the keys and what words mean. */
  public void show() {
    overlay.show(
        new FxmlViews()
            .with(
                HelpController.class, () -> new HelpController(commands.get(), overlay, this::tour))
            .load(FxmlFile.HELP));
  }

  /** Lets a person look for a command. */
  public void find() {
    overlay.show(
        new FxmlViews()
            .with(PaletteController.class, () -> new PaletteController(commands.get(), overlay))
            .load(FxmlFile.PALETTE));
  }

  /** Says what the program is and what it is made of. */
  public void about() {
    overlay.show(
        new FxmlViews()
            .with(AboutController.class, () -> new AboutController(overlay))
            .load(FxmlFile.ABOUT));
  }

  /** Walks through the window. */
  public void tour() {
    new Tour(scene.get()).begin();
  }
}
