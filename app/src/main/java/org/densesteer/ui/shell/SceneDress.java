package org.densesteer.ui.shell;

import javafx.scene.Scene;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.steering.SteeringViewModel;

/** Gives a scene its looks and its keys. */
public final class SceneDress {

  private SceneDress() {}

  /** Does so, and follows the settings from then on. */
  public static void put(
      Scene scene,
      Settings settings,
      ShellViewModel shell,
      ModelViewModel models,
      CompareViewModel compare,
      SteeringViewModel steering,
      ModalOverlay overlay) {
    new Appearance(scene).follow(settings, shell.presentScaleBinding());
    new Shortcuts(shell, models, compare, steering, overlay).install(scene);
  }
}
