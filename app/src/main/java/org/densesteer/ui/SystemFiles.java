package org.densesteer.ui;

import java.awt.Desktop;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Files that macOS hands to a running program on a double click; elsewhere they are arguments. */
final class SystemFiles {

  private SystemFiles() {}

  /** Hands files over on the window's thread from now on. */
  static void listen(Consumer<List<Path>> receiver) {
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
        && Desktop.isDesktopSupported()
        && Desktop.getDesktop().isSupported(Desktop.Action.APP_OPEN_FILE)) {
      Desktop.getDesktop()
          .setOpenFileHandler(
              event -> {
                List<Path> files = event.getFiles().stream().map(File::toPath).toList();
                Platform.runLater(() -> receiver.accept(files));
              });
    }
  }
}
