package org.densesteer.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.application.Application;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Scene;
import org.densesteer.common.Texts;
import org.densesteer.ui.common.TextScale;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.TextSize;
import org.densesteer.ui.settings.Theme;

/** Dresses a scene: theme, the workbench's own style sheets, size of text. */
final class Appearance {

  private static final List<String> SHEETS =
      List.of(
          "bridge.css",
          "base.css",
          "toolbar.css",
          "panels.css",
          "steering.css",
          "vectors.css",
          "notebook.css",
          "models.css",
          "status.css",
          "sweep.css",
          "trace.css",
          "stage.css",
          "charts.css",
          "extract.css",
          "help.css");
  private static final String DARK = "dark";

  private final Scene scene;
  private final IconSizes icons = new IconSizes();
  private String sizeSheet = "";

  Appearance(Scene scene) {
    this.scene = scene;
  }

  /** Follows the settings from now on. */
  void follow(Settings settings, ObservableDoubleValue presentScale) {
    for (String sheet : SHEETS) {
      URL url = Appearance.class.getResource("/styles/" + sheet);
      if (url == null) {
        throw new IllegalStateException("The style sheet " + sheet + " is not on the class path.");
      }
      scene.getStylesheets().add(url.toExternalForm());
      icons.read(url);
    }
    settings.themeProperty().subscribe(this::wear);
    settings
        .textScaleProperty()
        .flatMap(text -> presentScale.map(more -> text.doubleValue() * more.doubleValue()))
        .subscribe(this::size);
  }

  private void wear(Theme theme) {
    boolean dark = theme == Theme.DARK;
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene.getRoot().getStyleClass().remove(DARK);
    if (dark) {
      scene.getRoot().getStyleClass().add(DARK);
    }
  }

  /** A style sheet rather than a style of the root, so that menus and tooltips follow too. */
  private void size(double scale) {
    String css =
        Texts.of(".root { -fx-font-size: %.1fpx; }", TextSize.BASE * scale) + icons.css(scale);
    String sheet =
        "data:text/css;base64,"
            + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    TextScale.of(scene).set(scale);
    scene.getStylesheets().remove(sizeSheet);
    scene.getStylesheets().add(sheet);
    sizeSheet = sheet;
  }
}
