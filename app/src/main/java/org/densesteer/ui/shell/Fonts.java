package org.densesteer.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two type faces that come with the workbench; without them the platform's are used. */
public final class Fonts {

  private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
  private static final List<String> FILES =
      List.of(
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Bold.ttf");

  private Fonts() {}

  /** Makes the faces known to the style sheets. */
  public static void load() {
    for (String file : FILES) {
      try (InputStream stream = Fonts.class.getResourceAsStream("/styles/fonts/" + file)) {
        if (stream == null || Font.loadFont(stream, 0) == null) {
          LOG.warn("The font {} cannot be used; the platform's takes its place.", file);
        }
      } catch (IOException e) {
        LOG.warn("The font {} cannot be read; the platform's takes its place.", file, e);
      }
    }
  }
}
