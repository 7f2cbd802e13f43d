package org.densesteer.ui.help;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.densesteer.common.AppVersion;
import org.densesteer.common.Texts;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Overlay;

/** What the program is, which version, and what it is made of. */
final class AboutController {

  private final Overlay overlay;

  @FXML private Label version;
  @FXML private Label platform;
  @FXML private TextArea libraries;

  AboutController(Overlay overlay) {
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    version.setText("Version " + AppVersion.number());
    platform.setText(
        Texts.of(
            "Java %s (%s), JavaFX %s, %s %s %s",
            System.getProperty("java.version"),
            System.getProperty("java.vendor"),
            System.getProperty("javafx.runtime.version"),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")));
    libraries.setText(Libraries.list());
  }

  @FXML
  private void copy() {
    Fx.copy(Texts.of("DenseSteer Workbench%n%s%n%s%n", version.getText(), platform.getText()));
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
