package org.densesteer.ui.charts;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.densesteer.common.AtomicFiles;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.DialogService.FileKind;

/** Writes what a chart shows to a file that a person chooses. */
final class ChartExport {

  private static final double SHARPNESS = 2;

  private final DialogService dialogs;

  ChartExport(DialogService dialogs) {
    this.dialogs = dialogs;
  }

  /** Writes the chart's picture as it stands in the window, at twice its size. */
  void png(ChartCard card) {
    askWhere(card.data(), "PNG picture", "png")
        .ifPresent(file -> png(card.picture(SHARPNESS), file));
  }

  /** Writes the chart as SVG. */
  void svg(ChartData data, ChartPalette palette) {
    askWhere(data, "SVG drawing", "svg").ifPresent(file -> text(file, ChartSvg.of(data, palette)));
  }

  /** Writes the chart's data as CSV. */
  void csv(ChartData data) {
    askWhere(data, "CSV table", "csv").ifPresent(file -> text(file, ChartCsv.of(data)));
  }

  private Optional<Path> askWhere(ChartData data, String description, String extension) {
    FileKind kind = new FileKind(description, List.of("*." + extension));
    return dialogs.saveFile("Export chart", name(data, extension), kind, null);
  }

  private static String name(ChartData data, String extension) {
    return data.title().toLowerCase(Locale.ROOT).replace(' ', '-') + "." + extension;
  }

  private static void text(Path file, String content) {
    AtomicFiles.writeText(file, content);
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
