package org.densesteer.ui.charts;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.densesteer.common.AtomicFiles;

/** Writes what a chart shows to a file that a person chooses. */
final class ChartExport {

  private static final double SHARPNESS = 2;

  private final SaveDialog dialog;

  ChartExport(SaveDialog dialog) {
    this.dialog = dialog;
  }

  /** Writes the chart's picture as it stands in the window, at twice its size. */
  void png(ChartCard card) {
    dialog
        .choose(name(card.data(), "png"), "PNG picture", "png")
        .ifPresent(file -> png(card.picture(SHARPNESS), file));
  }

  /** Writes the chart as SVG. */
  void svg(ChartData data, ChartPalette palette) {
    dialog
        .choose(name(data, "svg"), "SVG drawing", "svg")
        .ifPresent(file -> text(file, ChartSvg.of(data, palette)));
  }

  /** Writes the chart's data as CSV. */
  void csv(ChartData data) {
    dialog
        .choose(name(data, "csv"), "CSV table", "csv")
        .ifPresent(file -> text(file, ChartCsv.of(data)));
  }

  private static String name(ChartData data, String extension) {
    return data.title().toLowerCase(Locale.ROOT).replace(' ', '-') + "." + extension;
  }

  private static void text(Path file, String content) {
    AtomicFiles.write(file, temporary -> Files.writeString(temporary, content));
  }

  private static void png(Image picture, Path file) {
    BufferedImage image = SwingFXUtils.fromFXImage(picture, null);
    AtomicFiles.write(
        file,
        temporary -> {
          if (!ImageIO.write(image, "png", temporary.toFile())) {
            throw new IOException("this Java cannot write PNG pictures");
          }
        });
  }
}
